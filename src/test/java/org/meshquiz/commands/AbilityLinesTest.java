package org.meshquiz.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbilityLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double EXACT = 1e-4;

    /** The reference conversation has one engine from its first line to its last. */
    private static final AbilityLines CONVERSATION = new AbilityLines();

    private final AbilityLines engine = new AbilityLines();

    static Stream<JsonNode> conversation() throws IOException {
        InputStream golden =
                Objects.requireNonNull(AbilityLinesTest.class.getResourceAsStream("/ability/golden.jsonl"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(golden, StandardCharsets.UTF_8))) {
            Stream.Builder<JsonNode> all = Stream.builder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(JSON.readTree(line));
            }
            return all.build();
        }
    }

    @ParameterizedTest
    @MethodSource("conversation")
    void theReferenceConversationIsMatched(JsonNode exchange) throws IOException {
        JsonNode reply = JSON.readTree(CONVERSATION.reply(exchange.get("ask").toString()));
        if (!exchange.get("ask").get("op").asText().equals("hello")) {
            assertAlike("", exchange.get("reply"), reply);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"op\":\"dance\"}",
                "{\"op\":\"hello\",\"op\":\"hello\"}",
                "{\"op\":\"answer\",\"user\":\"u\",\"item\":\"nobody\",\"correct\":true,\"at\":\"2026-01-05T10:00:00Z\"}",
                "{\"op\":\"answer\",\"user\":\"u\",\"item\":\"q\",\"correct\":true,\"at\":\"yesterday\"}",
                "{\"op\":\"answer\",\"user\":\"u\",\"item\":\"q\",\"correct\":1,\"at\":\"2026-01-05T10:00:00Z\"}",
                "{\"op\":\"answer\",\"user\":\"u\",\"item\":\"q\",\"correct\":true,\"at\":\"2026-01-05T10:00:00Z\",\"recall\":NaN}",
                "{\"op\":\"answer\",\"user\":\"u\",\"item\":\"q\",\"correct\":true,\"at\":\"2026-01-05T10:00:00Z\",\"recall\":2}",
                "{\"op\":\"item\",\"id\":\"q2\",\"skill\":\"s\",\"level\":\"GURU\",\"kind\":\"typed\"}",
                "{\"op\":\"item\",\"id\":\"q2\",\"skill\":\"s\",\"level\":\"SENIOR\",\"kind\":\"single\",\"options\":1}",
            })
    void aBadRequestIsToldAndChangesNothing(String line) throws IOException {
        say(item("q", "SENIOR"));
        String before = say(estimate());

        JsonNode reply = JSON.readTree(engine.reply(line));

        assertThat(reply.size()).isEqualTo(1);
        assertThat(reply.get("error").asText()).isNotBlank();
        assertThat(say(estimate())).isEqualTo(before);
    }

    @Test
    void aPersonIsAskedUntilTheLevelIsKnownAndNoQuestionTwice() throws IOException {
        say("{\"op\":\"reset\",\"seed\":7}");
        for (int number = 0; number < 40; number++) {
            say(item("q" + number, new String[] {"JUNIOR", "MIDDLE", "SENIOR", "EXPERT"}[number % 4]));
        }
        Set<String> asked = new HashSet<>();
        JsonNode next = JSON.readTree(say(next(false)));
        while (next.has("item")) {
            String id = next.get("item").asText();
            assertThat(asked.add(id)).isTrue();
            assertThat(say(next(false))).isEqualTo(next.toString());
            boolean correct = Integer.parseInt(id.substring(1)) % 4 < 2;
            say(answer(id, correct));
            next = JSON.readTree(say(next(false)));
        }
        assertThat(next.get("stop").asText()).isIn("sure", "pair", "cap");
        assertThat(asked).hasSizeBetween(3, 20);
        assertThat(JSON.readTree(say(next(true))).has("item")).isTrue();
    }

    @Test
    void aSkillWithThreeQuestionsComesToItsEnd() throws IOException {
        for (int number = 0; number < 3; number++) {
            say(item("q" + number, "MIDDLE"));
            say(answer("q" + number, number < 2));
        }
        assertThat(JSON.readTree(say(next(true))).get("stop").asText()).isEqualTo("empty");
        assertThat(JSON.readTree(say(estimate())).get("n").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tenThousandEqualAnswersGiveABoundedEstimate(boolean correct) throws IOException {
        for (int number = 0; number < 200; number++) {
            say(item("q" + number, "MIDDLE"));
        }
        for (int number = 0; number < 10_000; number++) {
            say(answer("q" + number % 200, correct));
        }
        JsonNode estimate = JSON.readTree(say(estimate()));
        assertThat(estimate.get("theta").asDouble()).isBetween(-4.0, 4.0);
        assertThat(estimate.get("sd").asDouble()).isBetween(0.0, 1.0);
        assertThat(estimate.get("level").asText()).isEqualTo(correct ? "EXPERT" : "JUNIOR");
    }

    @Test
    void theSameInputGivesTheSameOutput() throws IOException {
        String input = "{\"op\":\"reset\",\"seed\":3}\n" + item("a", "JUNIOR") + "\n" + item("b", "EXPERT") + "\nbad\n"
                + answer("a", true) + "\n" + next(true) + "\n" + estimate() + "\n";
        assertThat(run(input)).isEqualTo(run(input)).hasLineCount(7);
    }

    private static String run(String input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AbilityLines().serve(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String say(String line) throws IOException {
        String reply = engine.reply(line);
        assertThat(JSON.readTree(reply).has("error")).as(reply).isFalse();
        return reply;
    }

    private static String item(String id, String level) {
        return "{\"op\":\"item\",\"id\":\"" + id + "\",\"skill\":\"istio\",\"level\":\"" + level
                + "\",\"kind\":\"single\",\"options\":4,\"topic\":\"t\"}";
    }

    private static String answer(String id, boolean correct) {
        return "{\"op\":\"answer\",\"user\":\"u1\",\"item\":\"" + id + "\",\"correct\":" + correct
                + ",\"at\":\"2026-01-05T10:00:00Z\"}";
    }

    private static String estimate() {
        return "{\"op\":\"estimate\",\"user\":\"u1\",\"skill\":\"istio\",\"at\":\"2026-01-05T10:00:00Z\"}";
    }

    private static String next(boolean ignoreStop) {
        return "{\"op\":\"next\",\"user\":\"u1\",\"skill\":\"istio\",\"at\":\"2026-01-05T10:00:00Z\",\"ignoreStop\":"
                + ignoreStop + "}";
    }

    private static void assertAlike(String path, JsonNode expected, JsonNode actual) {
        if (expected.isNumber()) {
            assertThat(actual.asDouble()).as(path).isCloseTo(expected.asDouble(), within(EXACT));
        } else if (expected.isContainerNode()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            for (int index = 0; expected.isArray() && index < expected.size(); index++) {
                assertAlike(path + "/" + index, expected.get(index), actual.get(index));
            }
            expected.properties()
                    .forEach(field ->
                            assertAlike(path + "/" + field.getKey(), field.getValue(), actual.get(field.getKey())));
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
