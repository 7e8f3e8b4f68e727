package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.LocalChatClient.last;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.LocalChatClient.Message;
import org.meshquiz.store.TestDatabase;

/** Those who began on one machine move to a server of their own. */
class MoveTest {
    private final TestDatabase.Address address = TestDatabase.address();
    private final Map<String, String> server = Map.of(
            "MESHQUIZ_DB_URL", address.url(),
            "MESHQUIZ_DB_USER", address.user(),
            "MESHQUIZ_DB_PASSWORD", address.password());

    private String move(Path home, int exitCode) throws IOException, InterruptedException {
        ProcessBuilder command = ProgramProcess.command("move");
        command.environment().put("MESHQUIZ_HOME", home.toString());
        command.environment().putAll(server);
        Process process = command.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(exitCode);
        return told;
    }

    @Test
    void peopleGoOnWhereTheyWereAndASecondMoveIsRefused(@TempDir Path home) throws Exception {
        Message open;
        try (ProgramProcess program = ProgramProcess.start(home)) {
            LocalChatClient ann = new LocalChatClient(program.port(), "ann");
            Message first = last(ann.write("/quiz istio 3"));
            open = last(ann.press(first.button("I don’t know")));
        }

        assertThat(move(home, 0))
                .containsPattern("1 learner\\n")
                .containsPattern("1 review\\n")
                .contains("Moved.");

        try (ProgramProcess program = ProgramProcess.start(home, server)) {
            LocalChatClient ann = new LocalChatClient(program.port(), "ann");
            assertThat(last(ann.press(open.button("I don’t know"))).text()).contains("3 of 3");
            assertThat(last(ann.write("/me")).text()).contains("Istio");
            new LocalChatClient(program.port(), "bob").write("/quiz istio 1");
        }
        assertThat(move(home, 2)).contains("has people in it already", "name an empty one");
    }

    @Test
    void aFolderWithoutADatabaseIsToldInASentence(@TempDir Path home) throws Exception {
        assertThat(move(home, 2)).contains("There is no embedded database in", "MESHQUIZ_HOME");
    }
}
