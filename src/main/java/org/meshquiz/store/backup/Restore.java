package org.meshquiz.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import org.meshquiz.store.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PSQLException;

/**
 * Brings what is kept elsewhere into a database that nobody has used yet. The rows come in one transaction: it has all of them
 * afterwards, or none. What an older program wrote is brought into the tables that it had, and these are migrated then.
 */
public final class Restore {
    private final Connection connection;
    private final List<KeptTable> tables;
    private final ObjLongConsumer<String> progress;

    private Restore(Connection connection, ObjLongConsumer<String> progress) throws SQLException {
        this.connection = connection;
        this.tables = StoredTables.of(connection);
        this.progress = progress;
    }

    /**
     * Brings all of it; what the database has of a bank, and nobody has answered, is replaced.
     *
     * @param progress gets each table's name and number of rows when they are there
     * @throws BackupFault when it cannot be brought: nothing is kept of it then
     */
    public static void into(Database database, KeptData kept, ObjLongConsumer<String> progress) {
        meetSchema(database, kept.schema());
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                new Restore(connection, progress).take(kept);
                connection.commit();
            } finally {
                // After a commit there is nothing to take back.
                connection.rollback();
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("the database cannot take what is kept", fault);
        }
        database.migrate();
    }

    private static void meetSchema(Database database, int schema) {
        if (schema > database.newestSchema()) {
            throw new BackupFault(
                    "It comes from a newer program (its tables have version %d, this program knows %d). Use that version, or a newer one."
                            .formatted(schema, database.newestSchema()));
        }
        if (database.schema().orElse(0) < schema) {
            database.migrateTo(schema);
        }
        int met = database.schema().orElse(0);
        if (met != schema) {
            throw new BackupFault(
                    "It comes from an older program (its tables have version %d), and the database has tables of version %d already. Name one in which nothing was made yet."
                            .formatted(schema, met));
        }
    }

    private void take(KeptData kept) throws SQLException {
        run("set local idle_in_transaction_session_timeout = 0");
        // A program that starts there meanwhile waits.
        run("lock table learner in access exclusive mode");
        requireUnused();
        Map<String, KeptTable> known = byName(kept.tables());
        requireSameTables(known);
        run("truncate " + String.join(", ", byName(tables).keySet()));
        for (KeptTable table : tables) {
            progress.accept(table.name(), rows(kept, known.getOrDefault(table.name(), table)));
        }
        count(kept.sequences());
    }

    private void requireUnused() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet people = statement.executeQuery("select from learner limit 1")) {
            if (people.next()) {
                throw new BackupFault(
                        "The database has people in it already. Set MESHQUIZ_DB_URL or MESHQUIZ_HOME to name"
                                + " an empty one, so that nothing is mixed.");
            }
        }
    }

    /** Names reach SQL only when they are this database's own. */
    private void requireSameTables(Map<String, KeptTable> kept) {
        Map<String, KeptTable> own = byName(tables);
        Set<String> strange = new TreeSet<>();
        for (String name : union(own.keySet(), kept.keySet())) {
            KeptTable mine = own.get(name);
            KeptTable theirs = kept.get(name);
            if (mine == null
                    || theirs == null
                    || mine.columns().size() != theirs.columns().size()
                    || !Set.copyOf(mine.columns()).equals(new HashSet<>(theirs.columns()))) {
                strange.add(name);
            }
        }
        if (!strange.isEmpty()) {
            throw new BackupFault("It is not what this program wrote: other columns are in the tables "
                    + String.join(", ", strange) + ". Take another file.");
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<String, KeptTable> byName(List<KeptTable> tables) {
        Map<String, KeptTable> named = new HashMap<>();
        tables.forEach(table -> named.put(table.name(), table));
        return named;
    }

    private long rows(KeptData kept, KeptTable table) throws SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String columns = String.join(", ", table.columns());
        try (InputStream rows = kept.rows(table)) {
            return copy.copyIn("copy %s (%s) from stdin".formatted(table.name(), columns), rows);
        } catch (IOException unreadable) {
            throw new BackupFault(
                    "The rows of %s cannot be read to their end: it is damaged. Take another file; nothing was changed."
                            .formatted(table.name()),
                    unreadable);
        } catch (PSQLException refused) {
            if (Database.isAway(refused)) {
                throw refused;
            }
            // The server's message has the row in it.
            throw new BackupFault(
                    "The rows of %s are refused (SQL state %s): it is damaged. Take another file; nothing was changed."
                            .formatted(table.name(), refused.getSQLState()));
        }
    }

    private void count(Map<String, Long> last) throws SQLException {
        List<String> own = new ArrayList<>(StoredTables.sequences(connection).keySet());
        try (PreparedStatement set = connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
            for (String sequence : own) {
                long value = last.getOrDefault(sequence, 0L);
                if (value > 0) {
                    set.setString(1, sequence);
                    set.setLong(2, value);
                    set.execute();
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
