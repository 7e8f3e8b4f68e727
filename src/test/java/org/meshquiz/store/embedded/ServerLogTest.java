package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    private Path home;

    @Test
    void aLargeLogIsSetAsideOverTheOneBefore() throws IOException {
        Path file = ServerLog.open(home).file();
        Path aside = file.resolveSibling("postgresql.log.1");
        Files.writeString(aside, "the one before");
        Files.write(file, new byte[(int) ServerLog.LARGE_BYTES + 1]);

        ServerLog log = ServerLog.open(home);

        assertThat(log.file()).isEqualTo(file).doesNotExist();
        assertThat(aside).hasSize(ServerLog.LARGE_BYTES + 1);
    }

    @Test
    void aSmallLogGoesOnAndOnlyWhatIsNewCounts() throws IOException {
        Files.writeString(ServerLog.open(home).file(), "FATAL:  of yesterday\n");

        ServerLog log = ServerLog.open(home);
        log.add("FATAL:  of today\n");

        assertThat(log.sinceStart()).isEqualTo("FATAL:  of today\n");
    }

    @Test
    void whatPeopleWroteIsNotInTheLogEvenWhenAStatementFails() throws IOException, SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            Sql.run(database, "create table person (name text primary key)");
            Sql.run(database, "insert into person values ('Ann Example')");
            assertThatThrownBy(() -> Sql.run(database, "insert into person values ('Ann Example')"))
                    .hasMessageContaining("duplicate key");
        }
        assertThat(home.resolve("log/postgresql.log"))
                .content()
                .contains("duplicate key")
                .doesNotContain("Ann Example");
    }
}
