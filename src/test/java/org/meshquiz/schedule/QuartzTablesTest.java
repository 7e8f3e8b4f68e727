package org.meshquiz.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.quartz.Scheduler;

class QuartzTablesTest {
    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    @Test
    void ourTablesHaveTheColumnsThatTheLibraryAsksFor() throws Exception {
        try (Database ours = TestDatabase.migrated();
                Database theirs = TestDatabase.empty()) {
            try (Connection connection = theirs.connection();
                    Statement statement = connection.createStatement()) {
                statement.execute(script());
            }
            assertThat(columns(ours)).isEqualTo(columns(theirs)).hasSizeGreaterThan(60);
        }
    }

    private static SortedSet<String> columns(Database database) throws SQLException {
        SortedSet<String> columns = new TreeSet<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select table_name, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale,
                          is_nullable
                        from information_schema.columns where table_name like 'qrtz%'
                        """)) {
            while (row.next()) {
                StringBuilder column = new StringBuilder();
                for (int index = 1; index <= 7; index++) {
                    column.append(row.getString(index)).append(' ');
                }
                columns.add(column.toString());
            }
        }
        return columns;
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(Scheduler.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
