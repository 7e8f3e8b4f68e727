package org.meshquiz;

import java.sql.Connection;
import java.sql.SQLException;
import org.meshquiz.store.Database;
import org.quartz.utils.ConnectionProvider;

/** Lets Quartz use the program's own connection pool. */
final class QuartzConnections implements ConnectionProvider {
    private final Database database;

    QuartzConnections(Database database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return database.connection();
    }

    @Override
    public void shutdown() {
        // The pool outlives Quartz and is closed by its owner.
    }

    @Override
    public void initialize() {
        // The pool is open before Quartz starts.
    }
}
