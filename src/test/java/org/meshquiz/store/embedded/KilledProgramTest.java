package org.meshquiz.store.embedded;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledProgramTest {
    private static final long WITHIN_SECONDS = 10;

    @TempDir
    private Path home;

    @Test
    void theServerStopsWithAKilledProgramAndKeepsWhatItConfirmed() throws Exception {
        try (DatabaseProgram program = DatabaseProgram.start(home)) {
            writeNote(program.line());
            ProcessHandle server = Programs.postmaster(home);

            program.kill();

            Programs.awaitEnd(server, WITHIN_SECONDS);
        }
        assertNoteIsThere();
    }

    @Test
    void aServerWhoseWatcherWasKilledTooIsStoppedByTheNextStart() throws Exception {
        try (DatabaseProgram program = DatabaseProgram.start(home)) {
            writeNote(program.line());
            ProcessHandle orphan = killWithWatcher(program);
            assertThat(orphan.isAlive()).isTrue();

            assertNoteIsThere();

            Programs.awaitEnd(orphan, WITHIN_SECONDS);
        }
    }

    @Test
    void aKilledServerIsNoObstacle() throws Exception {
        try (EmbeddedDatabase database = Programs.open(home)) {
            Sql.run(database, "create table note as select 'kept' as word");
            ProcessHandle server = Programs.postmaster(home);
            server.destroyForcibly();
            Programs.awaitEnd(server, WITHIN_SECONDS);
        }
        assertThat(Programs.postmasterFile(home)).exists();

        assertNoteIsThere();
    }

    @Test
    void aProcessThatHasTheIdOfAFormerServerIsLeftAlone() throws Exception {
        try (EmbeddedDatabase database = Programs.open(home)) {
            Sql.run(database, "create table note as select 'kept' as word");
        }
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    Programs.postmasterFile(home),
                    stranger.pid() + "\n" + home.toRealPath().resolve("database/cluster") + "\n1\n5432\n\n127.0.0.1\n");

            assertNoteIsThere();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "not a number\n", "1073741823\n/elsewhere\n"})
    void aSpoiltProcessIdFileIsNoObstacle(String content) throws Exception {
        try (EmbeddedDatabase database = Programs.open(home)) {
            Sql.run(database, "create table note as select 'kept' as word");
        }
        Files.writeString(Programs.postmasterFile(home), content);

        assertNoteIsThere();
    }

    @Test
    void closingStopsTheServerEvenWithoutItsWatcher() throws Exception {
        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThat(Sql.run(database, "select 1")).isEqualTo("1");
            ProcessHandle watcher = ProcessHandle.current()
                    .children()
                    .filter(this::watchesHome)
                    .findFirst()
                    .orElseThrow();
            watcher.destroyForcibly();
            Programs.awaitEnd(watcher, WITHIN_SECONDS);
        }
        assertThat(Programs.postmasterFile(home)).doesNotExist();
    }

    private boolean watchesHome(ProcessHandle process) {
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return arguments.stream().anyMatch(argument -> argument.endsWith(home + "/database/cluster"));
    }

    @Test
    void anInterruptedThreadStillStopsItsServer() throws Exception {
        EmbeddedDatabase database = Programs.open(home);
        Thread.currentThread().interrupt();

        database.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Programs.postmasterFile(home)).doesNotExist();
    }

    /** The moments are from before to after the making of the database, which takes half a second or more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 50, 150, 300, 500, 800})
    void aFirstStartMayBeKilledAtAnyMoment(int milliseconds) throws Exception {
        Path database = home.resolve("database");
        try (DatabaseProgram program = DatabaseProgram.start(home)) {
            while (!Files.exists(database)) {
                program.process().waitFor(5, MILLISECONDS);
            }
            program.process().waitFor(milliseconds, MILLISECONDS);
        }
        try (EmbeddedDatabase second = Programs.open(home)) {
            assertThat(Sql.run(second, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void whatAKilledFirstStartLeftBehindIsClearedAway() throws Exception {
        Path halfMade = Files.createDirectories(home.resolve("database/unfinished-1/base"));
        Files.writeString(halfMade.resolve("PG_VERSION"), "18\n");

        Programs.open(home).close();

        try (var left = Files.list(home.resolve("database"))) {
            assertThat(left).containsExactly(home.resolve("database/cluster"));
        }
    }

    @Test
    void theTerminalsInterruptReachesTheProgramAndTheServerServesItsShutdownHook() throws Exception {
        // What was started in the background hands on that it ignores the interrupt; a terminal does not.
        List<String> asFromATerminal = List.of("env", "--default-signal=INT", "setsid");
        assumeTrue(
                Programs.succeeds("env", "--default-signal=INT", "setsid", "true"),
                "needs env and setsid of coreutils and util-linux to have a process group to interrupt");
        try (DatabaseProgram program =
                DatabaseProgram.start(home.toUri(), asFromATerminal, Map.of(), System.getProperty("java.class.path"))) {
            assertThat(program.line()).startsWith("ready");
            ProcessHandle server = Programs.postmaster(home);

            Programs.run("sh", "-c", "kill -INT -" + program.process().pid());

            assertThat(program.line()).isEqualTo("hook had a database");
            assertThat(program.line()).isEqualTo("closed");
            assertThat(program.line()).isEqualTo("nothing");
            Programs.awaitEnd(server, WITHIN_SECONDS);
        }
    }

    private static void writeNote(String readyLine) throws SQLException {
        String[] words = readyLine.split(" ", -1);
        assertThat(words[0]).isEqualTo("ready");
        Sql.run(words[1], words[2], "create table note as select 'kept' as word");
    }

    private void assertNoteIsThere() throws SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThat(Sql.run(database, "select word from note")).isEqualTo("kept");
        }
    }

    private ProcessHandle killWithWatcher(DatabaseProgram program) throws Exception {
        ProcessHandle server = Programs.postmaster(home);
        for (ProcessHandle watcher : program.process().children().toList()) {
            watcher.destroyForcibly();
            Programs.awaitEnd(watcher, WITHIN_SECONDS);
        }
        program.kill();
        return server;
    }
}
