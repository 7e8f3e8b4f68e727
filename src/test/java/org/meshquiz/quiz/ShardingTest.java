package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/**
 * The day one server is not enough: the tables of people split by person, as PostgreSQL's partitions or Citus do it. What
 * people do again and again must then be the work of one part; PostgreSQL's own plans say whether it is.
 */
class ShardingTest {
    private static final int PARTS = 4;
    private static final Pattern PART = Pattern.compile(" on (\\w+)_part(\\d+)\\b");

    private Database database;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    @BeforeEach
    void split() throws SQLException {
        database = TestDatabase.migrated();
        for (String table : personalTables()) {
            TestDatabase.execute(database, "alter table " + table + " rename to unsplit");
            TestDatabase.execute(
                    database,
                    "create table %s (like unsplit including all) partition by hash (learner_id)".formatted(table));
            for (int part = 0; part < PARTS; part++) {
                TestDatabase.execute(
                        database,
                        "create table %s_part%d partition of %s for values with (modulus %d, remainder %d)"
                                .formatted(table, part, table, PARTS, part));
            }
            TestDatabase.execute(database, "drop table unsplit cascade");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> personalTables() throws SQLException {
        return column("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'learner_id' and table_name <> 'chat_address'
                order by table_name
                """);
    }

    private List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        } catch (SQLException fault) {
            throw new SQLException("in " + query, fault);
        }
        return values;
    }

    /**
     * The driver shows an array's values without its type, which these functions need to know, and an array of numbers not
     * at all: which numbers they are makes no difference to a plan.
     */
    private static String typed(String sql) {
        return sql.replaceAll("(array_position|cardinality|unnest)\\(\\(('\\{[^']*\\}')\\)", "$1(($2::text[])")
                .replace(", ?,", ", '{}'::float8[],");
    }

    /** The statements that read or write more than one part, with the tables of which they do. */
    private Map<String, Set<String>> acrossParts() throws SQLException {
        Map<String, Set<String>> across = new TreeMap<>();
        List<String> personal = personalTables();
        for (String sql : Set.copyOf(statements)) {
            if (personal.stream().noneMatch(sql::contains)) {
                continue;
            }
            Set<String> parts = new TreeSet<>();
            Set<String> tables = new TreeSet<>();
            for (String line : column("explain (costs off) " + typed(sql))) {
                Matcher part = PART.matcher(line);
                if (part.find()) {
                    parts.add(part.group(2));
                    tables.add(part.group(1));
                }
            }
            if (parts.size() > 1) {
                across.put(sql.strip(), tables);
            }
        }
        return across;
    }

    @Test
    void whatPeopleDoAgainAndAgainIsTheWorkOfOnePart() throws SQLException {
        Chatter ann = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 12)));
        ann.write("/start");
        TestDatabase.listen(database, statements::add);
        Card question = last(ann.write("/quiz istio"));
        for (int i = 0; i < 5; i++) {
            List<Card> after = ann.press(i % 2 == 0 ? option(question, "option 0") : button(question, "know"));
            question = last(after);
        }
        ann.write("/me");
        ann.write("/skills");
        ann.write("/settings");
        ann.pass(Duration.ofDays(1));
        ann.write("/quiz");
        ann.write("/team");

        assertThat(statements).hasSizeGreaterThan(100);
        // Whose chat it is tells an address alone; there the split would begin with a lookup of its own.
        assertThat(acrossParts().keySet()).singleElement().asString().contains("where a.platform =", "for update of l");
    }

    @Test
    void whatTablesOfPeopleReferToInEachOtherIsOfTheSamePerson() throws SQLException {
        try (Database whole = TestDatabase.migrated()) {
            assertThat(TestDatabase.text(
                            whole,
                            """
                            select coalesce(string_agg(conname, ', ' order by conname desc), 'none') from pg_constraint c
                            where contype = 'f'
                              and exists (select from pg_attribute a where a.attrelid = c.confrelid
                                and a.attname = 'learner_id')
                              and not exists (select from pg_attribute a where a.attrelid = c.conrelid
                                and a.attname = 'learner_id' and a.attnum = any(c.conkey))
                            """)) // A request to join two people's accounts is of both, and gone after ten minutes.
                    .isEqualTo("link_request_owner_id_fkey, link_request_other_id_fkey");
        }
    }
}
