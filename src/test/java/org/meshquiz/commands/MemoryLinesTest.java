package org.meshquiz.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TOLERANCE = 1e-9;

    private int code;

    @Test
    void everyReferenceHistoryIsReplayedToTheReference() throws IOException {
        String vectors = vectors();
        List<JsonNode> expected = read(vectors);

        List<JsonNode> replayed = replay(vectors);

        assertThat(code).isZero();
        assertThat(replayed).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(replayed.get(i).get("id")).isEqualTo(expected.get(i).get("id"));
            compare(replayed.get(i).get("steps"), expected.get(i).get("steps"));
        }
    }

    private static void compare(JsonNode steps, JsonNode expected) {
        assertThat(steps).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode step = steps.get(i);
            JsonNode reference = expected.get(i);
            double stability = reference.get("s").asDouble();
            assertThat(step.get("s").asDouble()).isCloseTo(stability, within(stability * TOLERANCE));
            assertThat(step.get("d").asDouble()).isCloseTo(reference.get("d").asDouble(), within(TOLERANCE));
            assertThat(step.get("r").isNull()).isEqualTo(reference.get("r").isNull());
            assertThat(step.get("r").asDouble()).isCloseTo(reference.get("r").asDouble(), within(TOLERANCE));
            assertThat(step.get("st")).isEqualTo(reference.get("st"));
            assertThat(step.get("step")).isEqualTo(reference.get("step"));
            assertThat(step.get("due")).isEqualTo(reference.get("due"));
        }
    }

    @Test
    void aLineLooksAsPromised() throws IOException {
        String line = output("{\"id\":7,\"learn\":[61],\"steps\":[{\"t\":0,\"g\":2},{\"t\":-5,\"g\":4}]}\n");

        assertThat(line.replaceAll("\"([sd])\":[0-9.]+", "\"$1\":#"))
                .isEqualTo("{\"id\":7,\"steps\":["
                        + "{\"s\":#,\"d\":#,\"r\":null,\"st\":\"LEA\",\"step\":0,\"due\":91.5},"
                        + "{\"s\":#,\"d\":#,\"r\":1.0,\"st\":\"REV\",\"step\":null,\"due\":172800}]}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"steps\":[{\"t\":0,\"g\":5}]}          | a grade of 5 is outside 1 to 4",
                "{\"steps\":[{\"t\":0,\"g\":2.5}]}        | 'g' must be a whole number",
                "{\"steps\":[{\"t\":0}]}                  | 'g' is missing",
                "{\"steps\":[{\"g\":1}]}                  | 't' is missing",
                "{\"steps\":[{\"t\":\"0\",\"g\":1}]}      | 't' must be a number",
                "{\"steps\":[{\"t\":NaN,\"g\":1}]}        | Non-standard token 'NaN'",
                "{\"steps\":[{\"t\":1e999,\"g\":1}]}      | 't' must be a number that a double can hold",
                "{\"steps\":[3]}                          | a step must be an object",
                "{\"steps\":3}                            | 'steps' must be a list",
                "{\"id\":1}                               | 'steps' is missing",
                "{\"id\":true,\"steps\":[]}               | 'id' must be a text",
                "{\"w\":[1,2],\"steps\":[]}               | FSRS-6 has 21 weights, here are 2",
                "{\"w\":[1,null],\"steps\":[]}            | 'w' must be a number",
                "{\"dr\":1,\"steps\":[]}                  | a wished retention of 1.0 is not between 0 and 1",
                "{\"max\":0,\"steps\":[]}                 | a longest interval of 0 days",
                "{\"max\":1e10,\"steps\":[]}              | 'max' must be a whole number",
                "{\"learn\":[-1],\"steps\":[]}            | one of the learning steps",
                "{\"relearn\":[1e300],\"steps\":[]}       | one of the relearning steps",
                "{\"steps\":[]} {}                        | something follows the object",
                "{\"steps\":[                             | Unexpected end-of-input",
                "[]                                       | a line must be an object",
                "no                                       | Unrecognized token 'no'",
            })
    void aBadLineIsNamedAndTheNextOneIsRead(String bad, String fault) throws IOException {
        List<JsonNode> lines = replay("\n" + bad + "\n{\"id\":\"next\",\"steps\":[]}");

        assertThat(code).isOne();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).get("error").asText()).startsWith("line 2: " + fault);
        assertThat(lines.get(1).toString()).isEqualTo("{\"id\":\"next\",\"steps\":[]}");
    }

    @Test
    void noLinesGiveNoLines() throws IOException {
        assertThat(output("")).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void aLineIsAnsweredBeforeTheNextOneComes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] line = "{\"steps\":[]}\n".getBytes(StandardCharsets.UTF_8);
        InputStream waiting = new InputStream() {
            private int next;

            @Override
            public int read() {
                return next < line.length ? line[next++] : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                if (next == line.length) {
                    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"id\":null,\"steps\":[]}\n");
                    return -1;
                }
                return super.read(bytes, from, most);
            }
        };

        assertThat(MemoryLines.replay(waiting, out)).isZero();
    }

    @Test
    void aTeamAndItsBusiestLearnerGetParametersThatForetellBetter() throws IOException {
        List<Double> progress = new ArrayList<>();
        List<JsonNode> reports = fit(log(), progress);

        assertThat(code).isZero();
        assertThat(reports).hasSize(2);
        JsonNode team = reports.get(0);
        assertThat(team.get("scope").asText()).isEqualTo("team");
        assertThat(team.get("accepted").asBoolean()).isTrue();
        assertThat(team.get("parameters")).hasSize(21);
        assertThat(team.get("trained").asInt() + team.get("heldOut").asInt()).isEqualTo(1240);
        assertThat(team.get("logLossAfter").asDouble())
                .isLessThan(team.get("logLossBefore").asDouble());
        assertThat(reports.get(1).get("scope").asText()).isEqualTo("learner");
        assertThat(reports.get(1).get("learner").asText()).isEqualTo("anna");
        assertThat(progress).isSorted();
        assertThat(progress.get(progress.size() - 1)).isEqualTo(1);
    }

    @Test
    void aSmallLogKeepsTheUsualParametersAndTellsWhatItLacks() throws IOException {
        List<JsonNode> reports = fit(answer("anna", "q1", 0, true) + answer("anna", "q1", 3, true), new ArrayList<>());

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).get("accepted").asBoolean()).isFalse();
        assertThat(reports.get(0).get("needed").asInt()).isEqualTo(1000);
        assertThat(reports.get(0).get("parameters").get(20).asDouble()).isEqualTo(0.1542);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "options | 1                | 'options' is 1; give 2 or more",
                "at      | \"yesterday\"    | 'at' is 'yesterday'; give an instant",
                "zone    | \"Mars/Base\"    | 'zone' is 'Mars/Base'; give one",
                "correct | 1                | 'correct' must be true or false",
                "correct | null             | 'correct' must be true or false",
                "guessed | \"no\"           | 'guessed' must be true or false",
            })
    void aBadAnswerIsNamed(String field, String value, String fault) throws IOException {
        String line =
                "{\"learner\":1,\"question\":\"q\",\"at\":\"2026-01-01T10:00:00Z\",\"correct\":true,\"options\":4,"
                        + "\"" + field + "\":" + value + "}";

        List<JsonNode> lines = fit(line, new ArrayList<>());

        assertThat(code).isOne();
        assertThat(lines.get(0).get("error").asText()).startsWith("line 1: " + fault);
    }

    @Test
    void everyFieldThatAnAnswerNeedsIsAskedFor() throws IOException {
        List<JsonNode> lines =
                fit("{\"learner\":\"a\",\"question\":\"q\",\"correct\":true,\"options\":0}", new ArrayList<>());
        assertThat(lines.get(0).get("error").asText()).isEqualTo("line 1: 'at' is missing; add it");
    }

    /** 1,240 later answers of two people who forget much faster than usual, 1,000 of them by the first. */
    private static String log() {
        Random random = new Random(3);
        StringBuilder log = new StringBuilder();
        for (int question = 0; question < 310; question++) {
            String learner = question < 250 ? "anna" : "question-" + question;
            for (int day : new int[] {0, 2, 4, 7, 12}) {
                log.append(answer(learner, "q" + question, day + question % 50, random.nextInt(100) < 55));
            }
        }
        return log.toString();
    }

    private static String answer(String learner, String question, int day, boolean correct) {
        return "{\"learner\":\"%s\",\"question\":\"%s\",\"at\":\"%s\",\"correct\":%s,\"options\":4,\"guessed\":false}\n"
                .formatted(
                        learner, question, Instant.parse("2026-01-01T10:00:00Z").plus(Duration.ofDays(day)), correct);
    }

    private List<JsonNode> replay(String lines) throws IOException {
        return read(output(lines));
    }

    private String output(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        code = MemoryLines.replay(input(lines), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> fit(String lines, List<Double> progress) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        code = MemoryLines.fit(input(lines), out, progress::add);
        return read(out.toString(StandardCharsets.UTF_8));
    }

    private static InputStream input(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> read(String lines) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    private static String vectors() throws IOException {
        InputStream packed =
                Objects.requireNonNull(MemoryLinesTest.class.getResourceAsStream("/fsrs/vectors.jsonl.gz"));
        try (InputStream in = new GZIPInputStream(packed)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
