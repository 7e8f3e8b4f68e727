package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInUseTest {
    @TempDir
    private Path home;

    @Test
    void aSecondProgramOnTheSameFolderIsToldWhoHasItAndHarmsNothing() throws Exception {
        ProcessHandle server;
        try (DatabaseProgram first = DatabaseProgram.start(home)) {
            assertThat(first.line()).startsWith("ready");

            assertThatThrownBy(() -> Programs.open(home))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(home.toRealPath().toString())
                    .hasMessageContaining("process " + first.process().pid())
                    .hasMessageContaining("MESHQUIZ_HOME");
            server = Programs.postmaster(home);
            assertThat(server.isAlive()).isTrue();
        }
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void aSecondStartInTheSameProgramIsRefusedAndLeavesTheLockToTheFirst() throws Exception {
        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThatThrownBy(() -> Programs.open(home)).isInstanceOf(DatabaseUnavailable.class);

            try (DatabaseProgram other = DatabaseProgram.start(home)) {
                assertThat(other.line()).startsWith("refused").contains("in use by process");
            }
            assertThat(Sql.run(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void theLockComesBeforeAnythingIsMade() throws IOException {
        FolderLock lock = FolderLock.take(home.toRealPath());
        try {
            assertThatThrownBy(() -> Programs.open(home)).isInstanceOf(DatabaseUnavailable.class);
            assertThat(home.resolve("database")).doesNotExist();
        } finally {
            lock.close();
        }
    }

    @Test
    void theFolderIsFreeAfterARefusedStart() throws IOException, SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            Sql.run(database, "alter role meshquiz set synchronous_commit = off");
        }
        assertThatThrownBy(() -> Programs.open(home)).isInstanceOf(DatabaseUnavailable.class);

        FolderLock.take(home.toRealPath()).close();
    }
}
