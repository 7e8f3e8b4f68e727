package org.meshquiz.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Copies all that is kept from one database to another with the same schema, in one transaction of the other: it has all of
 * it afterwards, or nothing. What the scheduler remembers is left out, since every start makes it anew.
 */
public final class DatabaseCopy {
    /** Tables with what is kept. Their parents come before those that refer to them. */
    private static final String TABLES = """
            with recursive kept as (
              select oid, relname from pg_class
              where relnamespace = 'public'::regnamespace and relkind = 'r'
                and relname not like 'qrtz\\_%' and relname <> 'flyway_schema_history'),
            depth (oid, level) as (
              select oid, 0 from kept
              union
              select c.conrelid, d.level + 1 from depth d join pg_constraint c on c.confrelid = d.oid and c.contype = 'f'
              where c.conrelid <> c.confrelid and d.level < 100)
            select relname from kept join depth using (oid) group by relname order by max(level), relname
            """;

    private static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = to_regclass('%s') and attnum > 0 and not attisdropped
            """;

    private static final String SEQUENCES = """
            select quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value from pg_sequences
            where schemaname = 'public' and last_value is not null
            """;

    private DatabaseCopy() {}

    /** The other database has people in it already. */
    public static final class InUseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InUseException() {
            super("the database has people in it already");
        }
    }

    /**
     * Copies from one to the other; what the other has of a bank, and nobody has answered, is replaced.
     *
     * @return how many rows each table has, by its name
     * @throws InUseException when the other has people in it; nothing is changed
     */
    public static Map<String, Long> copy(Database from, Database to) {
        try (Connection source = from.connection();
                Connection target = to.connection()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            run(source, "set transaction isolation level repeatable read read only");
            // A program that starts there meanwhile waits.
            run(target, "lock table learner in access exclusive mode");
            if (!first(target, "select exists (select from learner)").equals("f")) {
                throw new InUseException();
            }
            List<String> tables = column(source, TABLES);
            run(target, "truncate " + String.join(", ", tables));
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : tables) {
                rows.put(table, copy(source, target, table));
            }
            for (Map.Entry<String, String> sequence : pairs(source, SEQUENCES).entrySet()) {
                run(target, "select setval('%s', %s)".formatted(sequence.getKey(), sequence.getValue()));
            }
            target.commit();
            source.rollback();
            return rows;
        } catch (SQLException fault) {
            throw new IllegalStateException("the database could not be copied", fault);
        }
    }

    private static long copy(Connection source, Connection target, String table) throws SQLException {
        String columns = first(source, COLUMNS.formatted(table));
        CopyManager reading = source.unwrap(PGConnection.class).getCopyAPI();
        CopyManager writing = target.unwrap(PGConnection.class).getCopyAPI();
        CopyOut out = reading.copyOut("copy %s (%s) to stdout".formatted(table, columns));
        CopyIn in = writing.copyIn("copy %s (%s) from stdin".formatted(table, columns));
        try {
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
            }
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(Connection connection, String query) throws SQLException {
        return column(connection, query).get(0);
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static Map<String, String> pairs(Connection connection, String query) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.put(row.getString(1), row.getString(2));
            }
        }
        return values;
    }
}
