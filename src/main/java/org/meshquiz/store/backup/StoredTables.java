package org.meshquiz.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a database that have what is kept, as its catalog tells. What the scheduler remembers is left out, since
 * every start makes it anew.
 */
final class StoredTables {
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
            select quote_ident(relname),
              (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
               where attrelid = oid and attnum > 0 and not attisdropped and attgenerated = '')
            from kept join depth using (oid) group by oid, relname order by max(level), relname
            """;

    private static final String SEQUENCES = """
            select quote_ident(schemaname) || '.' || quote_ident(sequencename), coalesce(last_value, 0) from pg_sequences
            where schemaname = 'public'
            """;

    private StoredTables() {}

    /** The tables; parents come before those that refer to them. */
    static List<KeptTable> of(Connection connection) throws SQLException {
        List<KeptTable> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new KeptTable(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())));
            }
        }
        return tables;
    }

    /** The sequences with their last values; 0 when one was not used. */
    static Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                values.put(row.getString(1), row.getLong(2));
            }
        }
        return values;
    }
}
