package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.LocalChatClient.last;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.LocalChatClient.Message;
import org.meshquiz.store.TestDatabase;

/** A backup by the program's own commands. */
class ExportTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path file;

    @BeforeEach
    void name() {
        home = folder.resolve("home");
        file = folder.resolve("backup.zip");
    }

    private static String run(int exitCode, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder command = ProgramProcess.command(arguments);
        command.environment().putAll(settings);
        Process process = command.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(exitCode);
        return told;
    }

    private static Map<String, String> in(Path home) {
        return Map.of("MESHQUIZ_HOME", home.toString());
    }

    @Test
    void aRunningProgramIsExportedAndPeopleGoOnFromThereInAnotherFolder() throws Exception {
        Message open;
        try (ProgramProcess program = ProgramProcess.start(home)) {
            LocalChatClient ann = new LocalChatClient(program.port(), "ann");
            Message first = last(ann.write("/quiz istio 3"));
            open = last(ann.press(first.button("I don’t know")));

            assertThat(run(0, in(home), "export", file.toString()))
                    .containsPattern("1 learner\\n")
                    .containsPattern("1 review\\n")
                    .contains("Written to " + file);
            assertThat(last(ann.press(open.button("I don’t know"))).text()).contains("3 of 3");
        }

        Path other = folder.resolve("other");
        assertThat(run(0, in(other), "import", file.toString())).containsPattern("1 review\\n");
        try (ProgramProcess program = ProgramProcess.start(other)) {
            LocalChatClient ann = new LocalChatClient(program.port(), "ann");
            assertThat(last(ann.press(open.button("I don’t know"))).text()).contains("3 of 3");
            assertThat(last(ann.write("/quiz envoy 1")).text()).contains("1 of 1");
        }
        assertThat(run(2, in(other), "import", file.toString())).contains("has people in it already");
        assertThat(run(2, in(home), "export", file.toString())).contains("is there already", "Name another file");
    }

    @Test
    void whatAServerKeepsIsExportedFromThereAndImportedThere() throws Exception {
        TestDatabase.Address one = TestDatabase.address();
        TestDatabase.Address another = TestDatabase.address();
        try (ProgramProcess program = ProgramProcess.start(home, server(one))) {
            new LocalChatClient(program.port(), "ann").write("/quiz istio 3");
        }
        run(0, server(one), "export", file.toString());
        assertThat(run(0, server(another), "import", file.toString())).containsPattern("1 learner\\n");
    }

    private static Map<String, String> server(TestDatabase.Address address) {
        return Map.of(
                "MESHQUIZ_DB_URL", address.url(),
                "MESHQUIZ_DB_USER", address.user(),
                "MESHQUIZ_DB_PASSWORD", address.password());
    }

    @Test
    void whatIsMissingIsToldInASentence() throws Exception {
        assertThat(run(2, in(home), "export", file.toString())).contains("There is no embedded database in");
        assertThat(file).doesNotExist();
        assertThat(run(2, in(home), "import", file.toString())).contains("There is no file " + file, "'export' wrote");
        Files.writeString(file, "not a ZIP");
        assertThat(run(2, in(home), "import", file.toString())).contains(file + " is damaged", "Take another file");
        assertThat(home).doesNotExist();
    }
}
