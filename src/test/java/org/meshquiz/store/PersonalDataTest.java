package org.meshquiz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void everyTableThatKnowsAPersonIsInTheExport() throws SQLException {
        Set<String> known = new HashSet<>();
        try (Database database = TestDatabase.migrated();
                Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select table_name from information_schema.columns where column_name = 'learner_id'")) {
            while (row.next()) {
                known.add(row.getString(1));
            }
        }
        assertThat(PersonalData.TABLES).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theLearnerComesFirstInTheKeyOfPersonalTablesSoThatTheyCanBeSplitByPerson() throws SQLException {
        Set<String> otherwise = new HashSet<>();
        try (Database database = TestDatabase.migrated();
                Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select c.relname from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
                          join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                        where c.relnamespace = 'public'::regnamespace and a.attname <> 'learner_id'
                          and exists (select from pg_attribute l where l.attrelid = c.oid and l.attname = 'learner_id')
                        """)) {
            while (row.next()) {
                otherwise.add(row.getString(1));
            }
        }
        // An address is what leads to a learner, and so is looked up without one.
        assertThat(otherwise).containsExactly("chat_address");
    }
}
