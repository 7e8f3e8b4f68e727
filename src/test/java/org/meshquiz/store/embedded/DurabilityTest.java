package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    private static final int COMMITS = 20;

    @TempDir
    private Path home;

    @Test
    void everyCommitReachesTheDisk() throws SQLException {
        try (EmbeddedDatabase database = Programs.open(home);
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            Sql.run(statement, "create table note (n int)");
            long before = walSyncs(statement);
            for (int n = 0; n < COMMITS; n++) {
                Sql.run(statement, "insert into note values (1)");
            }
            assertThat(walSyncs(statement) - before).isGreaterThanOrEqualTo(COMMITS);
        }
    }

    private static long walSyncs(Statement statement) throws SQLException {
        Sql.run(statement, "select pg_stat_force_next_flush()");
        return Long.parseLong(Sql.run(
                statement,
                "select sum(fsyncs)::bigint from pg_stat_io where object = 'wal' and backend_type = 'client backend'"));
    }

    @Test
    void theConfigurationFileCannotSwitchSyncingOff() throws IOException, SQLException {
        Programs.open(home).close();
        Files.writeString(
                home.resolve("database/cluster/postgresql.conf"),
                "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n",
                StandardOpenOption.APPEND);

        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThat(Sql.run(database, "show fsync")).isEqualTo("on");
            assertThat(Sql.run(database, "show full_page_writes")).isEqualTo("on");
            assertThat(Sql.run(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aDatabaseThatConfirmsBeforeItHasWrittenIsRefused() throws IOException, SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            Sql.run(database, "alter role meshquiz set synchronous_commit = off");
        }

        assertThatThrownBy(() -> Programs.open(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("synchronous_commit = off");
        assertThat(Programs.postmasterFile(home)).doesNotExist();
    }
}
