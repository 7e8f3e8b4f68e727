package org.meshquiz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    private static final String TABLES = "select count(*) from information_schema.tables where table_schema = 'public'";

    @Test
    void everyCallGivesADatabaseWithTheSchemaAndWithoutWhatAnotherTestWrote() throws SQLException {
        try (Database one = TestDatabase.migrated();
                Database other = TestDatabase.migrated()) {
            execute(one, "create table left_behind ()");

            assertThat(TestDatabase.number(one, TABLES)).isEqualTo(TestDatabase.number(other, TABLES) + 1);
            assertThat(TestDatabase.count(other, "flyway_schema_history")).isPositive();
        }
    }

    @Test
    void anEmptyDatabaseHasNoTables() {
        try (Database database = TestDatabase.empty()) {
            assertThat(TestDatabase.number(database, TABLES)).isZero();
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
