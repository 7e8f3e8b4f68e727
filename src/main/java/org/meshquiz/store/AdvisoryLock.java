package org.meshquiz.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A name that one holder has at a time, of all nodes. It is bound to a connection of its own: when the holder dies, the
 * database lets go of it.
 */
public final class AdvisoryLock implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Connection connection;
    private final String name;

    private AdvisoryLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    static Optional<AdvisoryLock> take(DataSource source, String name) {
        try {
            Connection connection = source.getConnection();
            try {
                if (ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                    return Optional.of(new AdvisoryLock(connection, name));
                }
            } catch (SQLException fault) {
                connection.close();
                throw fault;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException fault) {
            throw new IllegalStateException("the database could not be asked for the lock " + name, fault);
        }
    }

    /** Whether it is still held: with its connection it would be lost. */
    public boolean held() {
        try {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException fault) {
            return false;
        }
    }

    /** Lets go of it; a lost one is let go of already. */
    @Override
    public void close() {
        try (connection) {
            if (held()) {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        } catch (SQLException lost) {
            // The database has let go of it together with the connection.
        }
    }

    private static boolean ask(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
