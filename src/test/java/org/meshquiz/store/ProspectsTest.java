package org.meshquiz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Prospects.Person;
import org.meshquiz.store.Prospects.Prospect;

/** Two people of whom the first has been asked questions for years, and the second never. */
class ProspectsTest {
    private static final LearnerId OLD_HAND = new LearnerId(1);
    private static final LearnerId NEWCOMER = new LearnerId(2);
    private static final Instant FOUR = Instant.parse("2026-11-24T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final Database database = TestDatabase.migrated();

    @BeforeEach
    void fill() {
        TestDatabase.execute(database, """
                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit, new_share,
                  retention, created_at)
                select 'en', 'Etc/UTC', '10:00', 96, '22:00', '08:00', 5, 0.4, 0.9, '2021-01-01' from generate_series(1, 2);
                insert into question (question_id, skill, version, revision)
                select 'q' || n, 'istio', 1, 1 from generate_series(1, 9) n;
                insert into quiz_session (learner_id, kind, wanted, started_at) values (1, 'asked', 5, '2021-01-01');
                insert into delivery (learner_id, session_id, message_id, question_id, question_version, option_order, again,
                  asked_at)
                select 1, 1, n, 'q' || 1 + n % 5, 1, '{}', false, timestamptz '2026-11-24 03:59Z' - n * interval '8 hours'
                from generate_series(5000, 0, -1) n;
                insert into delivery (learner_id, session_id, message_id, question_id, question_version, option_order, again,
                  asked_at)
                values (1, 1, 1, 'q7', 1, '{}', false, '2026-11-24 04:00Z'), (1, 1, 1, 'q6', 1, '{}', false, '2026-11-24 05:00Z');
                insert into memory_card (learner_id, question_id, skill, stability, difficulty, reviewed_at, due_on,
                  repetitions, lapses)
                select 1, 'q' || n, 'istio', n, 5, '2026-11-20', date '2026-11-22' + n, 1, 0 from generate_series(1, 5) n;
                analyze
                """);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Person person(LearnerId learner) {
        return new Person(learner, TODAY, FOUR);
    }

    @Test
    void whatIsMetAskedTodayAskedLastAndDueIsToldOfEach() {
        Prospect oldHand = database.write(tx -> tx.prospects().of(person(OLD_HAND)));
        assertThat(oldHand.met()).containsExactlyInAnyOrder("q1", "q2", "q3", "q4", "q5");
        assertThat(oldHand.askedToday()).containsExactlyInAnyOrder("q6", "q7");
        assertThat(oldHand.last()).contains("q6");
        assertThat(oldHand.due()).extracting(MemoryCard::question).containsExactlyInAnyOrder("q1", "q2");
        assertThat(oldHand.knows("q5")).isTrue();
        assertThat(oldHand.knows("q7")).isTrue();
        assertThat(oldHand.knows("q8")).isFalse();

        Prospect newcomer = database.write(tx -> tx.prospects().of(person(NEWCOMER)));
        assertThat(newcomer.met()).isEmpty();
        assertThat(newcomer.askedToday()).isEmpty();
        assertThat(newcomer.last()).isEqualTo(Optional.empty());
        assertThat(newcomer.due()).isEmpty();
    }

    @Test
    void manyAreToldTheSameAsEachAlone() {
        Map<LearnerId, Prospect> together =
                database.write(tx -> tx.prospects().of(List.of(person(OLD_HAND), person(NEWCOMER))));
        for (LearnerId learner : List.of(OLD_HAND, NEWCOMER)) {
            assertThat(together.get(learner))
                    .isEqualTo(database.write(tx -> tx.prospects().of(person(learner))));
        }
        assertThat(together).hasSize(2);
    }

    @Test
    void whatWasAskedTodayIsFoundWithoutReadingAllThatWasEverAsked() throws SQLException {
        List<String> statements = new ArrayList<>();
        TestDatabase.listen(database, statements::add);
        database.write(tx -> tx.prospects().of(person(OLD_HAND)));

        String asked = statements.stream()
                .filter(sql -> sql.contains("as asked"))
                .findFirst()
                .orElseThrow();
        List<String> plan = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (costs off) " + asked)) {
            while (row.next()) {
                plan.add(row.getString(1));
            }
        }
        assertThat(plan).anyMatch(line -> line.contains("using delivery_asked"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on delivery"));
    }
}
