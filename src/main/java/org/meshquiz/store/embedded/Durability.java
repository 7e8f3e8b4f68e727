package org.meshquiz.store.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Asks the running server whether it keeps what it has confirmed, as a session of the program's own user sees it. */
final class Durability {
    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /**
     * @throws DatabaseUnavailable unless every setting that durability rests on reads {@code on}
     */
    static void require(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                requireOn(setting, statement);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    ("The database has started, but lets nobody in: %s. Check that the file 'password' in the data"
                                    + " folder is the one made with this database, or %s.")
                            .formatted(e.getMessage(), DatabaseUnavailable.OWN_SERVER),
                    e);
        }
    }

    private static void requireOn(String setting, Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            String value = result.getString(1);
            if (!"on".equals(value)) {
                throw new DatabaseUnavailable(
                        ("The database has %s = %s, so that confirmed answers could be lost. Undo the ALTER ROLE or"
                                        + " ALTER DATABASE that says so; it has to be on.")
                                .formatted(setting, value));
            }
        }
    }
}
