package org.meshquiz.store.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One statement on a connection of its own. */
final class Sql {
    private Sql() {}

    /** The first column of the first row, or the empty string if the statement gives no rows. */
    static String run(EmbeddedDatabase database, String sql) throws SQLException {
        return run(database.jdbcUrl(), database.password(), sql);
    }

    static String run(String url, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "meshquiz", password);
                Statement statement = connection.createStatement()) {
            return run(statement, sql);
        }
    }

    static String run(Statement statement, String sql) throws SQLException {
        if (!statement.execute(sql)) {
            return "";
        }
        try (ResultSet result = statement.getResultSet()) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
