package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    private Path home;

    @Test
    void whatIsWrittenIsThereAtTheNextStart() throws SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            Sql.run(database, "create table note as select 'kept' as word");
        }
        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThat(Sql.run(database, "select word from note")).isEqualTo("kept");
        }
    }

    @Test
    void theDataFolderMayNotExistYet() {
        try (EmbeddedDatabase database = Programs.open(home.resolve("not/there/yet"))) {
            assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void onlyThePasswordLetsIn() throws IOException, SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThatThrownBy(() -> Sql.run(database.jdbcUrl(), "another", "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Sql.run(database, "select rolpassword from pg_authid where rolname = 'meshquiz'"))
                    .startsWith("SCRAM-SHA-256$");
            assertThat(Sql.run(database, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aLostPasswordIsToldAndNotReplacedByOneThatOpensNothing() throws IOException {
        Programs.open(home).close();
        Files.delete(home.resolve("password"));

        assertThatThrownBy(() -> Programs.open(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(home.toRealPath().resolve("password").toString())
                .hasMessageContaining("Put the file back");
    }

    @Test
    void theServerIsSmallAndLocal() throws SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThat(Sql.run(database, """
                    select string_agg(name || '=' || current_setting(name), ' ' order by name)
                    from pg_settings
                    where name in ('listen_addresses', 'unix_socket_directories', 'shared_buffers',
                                   'max_connections', 'jit', 'TimeZone', 'server_encoding')
                    """))
                    .isEqualTo("TimeZone=UTC jit=off listen_addresses=127.0.0.1 max_connections=40 server_encoding=UTF8"
                            + " shared_buffers=32MB unix_socket_directories=");
        }
    }

    @Test
    void lettersOfAllAlphabetsHaveTheirCase() throws SQLException {
        try (EmbeddedDatabase database = Programs.open(home)) {
            assertThat(Sql.run(database, "select upper('сетка') || lower('ÄÖÜ')"))
                    .isEqualTo("СЕТКАäöü");
            assertThat(Sql.run(database, "select datlocale from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void aPortThatSomebodyTookInTheMeantimeIsGivenUp() throws IOException, SQLException {
        int free = freePort();
        try (ServerSocket taken = new ServerSocket(0)) {
            Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();
            try (EmbeddedDatabase database = EmbeddedDatabase.start(home, Programs.UNPACKED, ports::next)) {
                assertThat(Sql.run(database, "show port")).isEqualTo(Integer.toString(free));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        EmbeddedDatabase database = Programs.open(home);
        ProcessHandle server = Programs.postmaster(home);

        database.close();
        database.close();

        Programs.awaitEnd(server, 5);
        assertThat(Files.readString(home.resolve("log/postgresql.log"))).contains("database system is shut down");
    }
}
