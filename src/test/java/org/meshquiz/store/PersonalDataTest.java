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
}
