package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.LocalChatClient.last;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.LocalChatClient.Message;

/** The program on its embedded database, killed and started again. */
class CrashTest {

    @Test
    void answersAndTheOpenQuestionSurviveAKill(@TempDir Path home) throws Exception {
        Message first;
        Message second;
        try (ProgramProcess program = ProgramProcess.start(home)) {
            LocalChatClient ann = new LocalChatClient(program.port(), "ann");
            first = last(ann.write("/quiz istio 3"));
            second = last(ann.press(first.button("I don’t know")));
            program.kill();
        }
        try (ProgramProcess program = ProgramProcess.start(home)) {
            LocalChatClient ann = new LocalChatClient(program.port(), "ann");
            assertThat(ann.after(0)).extracting(Message::id).contains(first.id(), second.id());
            assertThat(last(ann.press(first.button("I don’t know"))).text()).contains("You have answered this one");
            assertThat(last(ann.press(second.button("I don’t know"))).text()).contains("3 of 3");
            assertThat(reviews(ann)).isEqualTo(2);
        }
    }

    @Test
    void aSecondProgramOnTheSameFolderIsToldSoInASentence(@TempDir Path home) throws Exception {
        try (ProgramProcess program = ProgramProcess.start(home)) {
            ProcessBuilder second = ProgramProcess.command();
            second.environment().put("MESHQUIZ_HOME", home.toString());
            second.environment().put("MESHQUIZ_PORT", String.valueOf(ProgramProcess.freePort()));
            assertRefused(second, home.toString(), "MESHQUIZ_HOME");
            assertThat(new LocalChatClient(program.port(), "ann")
                            .get("/health/ready")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aWrongSettingIsToldInASentence() throws Exception {
        ProcessBuilder wrong = ProgramProcess.command();
        wrong.environment().put("MESHQUIZ_PORT", "eighty");
        assertRefused(wrong, "MESHQUIZ_PORT is 'eighty'");
    }

    private static void assertRefused(ProcessBuilder builder, String... words) throws Exception {
        Process process = builder.start();
        String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(told).contains(words).doesNotContain("\tat ");
    }

    private static int reviews(LocalChatClient person) throws IOException {
        String path = last(person.write("/export"))
                .text()
                .lines()
                .filter(line -> line.startsWith("/api/"))
                .findFirst()
                .orElseThrow();
        return JsonMapper.builder()
                .build()
                .readTree(person.get(path).body())
                .path("review")
                .size();
    }
}
