package org.meshquiz.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.meshquiz.store.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * What a database keeps, as it is at the moment this is made: one transaction reads all of it, while people go on. For one
 * thread.
 */
public final class DatabaseSnapshot implements KeptData {
    private final int schema;
    private final Connection connection;
    private final List<KeptTable> tables;
    private final Map<String, Long> sequences;

    private DatabaseSnapshot(int schema, Connection connection) throws SQLException {
        this.schema = schema;
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            // Between two tables it may wait long for whoever takes the rows.
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
        this.tables = StoredTables.of(connection);
        this.sequences = StoredTables.sequences(connection);
    }

    /**
     * Begins to read a database.
     *
     * @throws BackupFault when it has no tables yet
     */
    public static DatabaseSnapshot of(Database database) {
        int schema = database.schema()
                .orElseThrow(() -> new BackupFault("The database is empty: there is nothing to take from it. Check"
                        + " MESHQUIZ_HOME and MESHQUIZ_DB_URL."));
        try {
            Connection connection = database.connection();
            try {
                return new DatabaseSnapshot(schema, connection);
            } catch (SQLException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("the database cannot be read", fault);
        }
    }

    @Override
    public int schema() {
        return schema;
    }

    @Override
    public List<KeptTable> tables() {
        return tables;
    }

    @Override
    public Map<String, Long> sequences() {
        return sequences;
    }

    @Override
    public InputStream rows(KeptTable table) throws IOException {
        try {
            return new PGCopyInputStream(
                    connection.unwrap(PGConnection.class),
                    "copy %s (%s) to stdout".formatted(table.name(), String.join(", ", table.columns())));
        } catch (SQLException fault) {
            throw new IOException("the database does not give the rows of " + table.name(), fault);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException fault) {
            throw new IllegalStateException("the database cannot be left", fault);
        }
    }
}
