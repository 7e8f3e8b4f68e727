package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** Many people whose daily quiz is due at the same minute: Monday at ten, in Berlin. */
class CrowdSweepTest {
    private static final Duration DAY = Duration.ofDays(1);

    private Database database;
    private Chatter phone;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 40)));
    }

    @AfterEach
    void leave() {
        database.close();
    }

    private void meet(String... names) {
        for (String name : names) {
            phone.become(name);
            phone.write("/start");
        }
    }

    /** What a person of that name has in a column of their row, as text. */
    private String of(String name, String column) {
        return TestDatabase.text(
                database,
                "select coalesce((select (" + column
                        + ")::text from learner join chat_address using (learner_id) where chat = '" + name
                        + "'), 'nothing')");
    }

    private long waitingFor(String name) {
        return (long) TestDatabase.number(
                database, "select count(*) from outbox where outcome is null and chat = '" + name + "'");
    }

    @Test
    void thirtyPeopleTakeAsManyStatementsAsTwo() {
        meet("p0", "p1");
        phone.pass(DAY);
        List<String> statements = new ArrayList<>();
        TestDatabase.listen(database, statements::add);
        assertThat(phone.application.dailyQuiz().sweep()).isEqualTo(2);
        int ofTwo = statements.size();
        for (int person = 2; person < 30; person++) {
            meet("p" + person);
        }
        phone.pass(DAY);
        statements.clear();

        assertThat(phone.application.dailyQuiz().sweep()).isEqualTo(30);

        assertThat(statements).hasSize(ofTwo);
        assertThat(TestDatabase.number(database, "select count(*) from outbox where not urgent and outcome is null"))
                .isEqualTo(32);
    }

    @Test
    void inACrowdEachGetsWhatIsTheirs() {
        meet("paused", "blocked", "keen", "late", "reminded", "usual");
        phone.become("paused");
        phone.write("/pause 1w");
        phone.become("late");
        phone.write("/settings hour 23:30");
        phone.become("reminded");
        phone.write("/settings remind on");
        phone.become("blocked");
        phone.refuse(true);
        phone.write("/me");
        phone.refuse(false);
        phone.pass(Duration.ofHours(20));
        phone.become("keen");
        Card card = last(phone.write("/quiz istio 5"));
        while (!card.plain().contains("🏁")) {
            card = last(phone.press(option(card, "option 0")));
        }
        // A node that was away: the quiz of half past eleven is looked at after midnight.
        TestDatabase.execute(
                database, "update learner set next_push_at = '2026-11-23 22:30Z' where quiz_hour = '23:30'");
        TestDatabase.execute(
                database, "update learner set next_push_at = '2026-11-24 09:00Z' where paused_until is not null");
        phone.pass(Duration.ofHours(4));

        assertThat(phone.application.dailyQuiz().sweep()).isEqualTo(6);

        assertThat(waitingFor("usual")).isEqualTo(1);
        assertThat(waitingFor("reminded")).isEqualTo(1);
        assertThat(List.of(waitingFor("paused"), waitingFor("blocked"), waitingFor("keen"), waitingFor("late")))
                .containsOnly(0L);
        assertThat(of("usual", "next_push_at at time zone 'UTC'")).isEqualTo("2026-11-25 09:00:00");
        assertThat(of("keen", "next_push_at at time zone 'UTC'")).isEqualTo("2026-11-25 09:00:00");
        assertThat(of("late", "next_push_at at time zone 'UTC'")).isEqualTo("2026-11-24 22:30:00");
        assertThat(of("paused", "next_push_at at time zone 'UTC'")).isEqualTo("2026-11-30 09:00:00");
        assertThat(of("blocked", "next_push_at")).isEqualTo("nothing");
        assertThat(of("reminded", "remind_at at time zone 'UTC'")).isEqualTo("2026-11-24 13:00:00");
        assertThat(of("usual", "remind_at")).isEqualTo("nothing");
    }

    @Test
    void eachOfACrowdGetsTheirOwnQuestionUnderTheirOwnButtons() {
        meet("ann", "ben", "cleo");
        for (int day = 0; day < 4; day++) {
            phone.pass(DAY);
            phone.application.dailyQuiz().sweep();
            for (String name : List.of("ann", "ben", "cleo")) {
                phone.become(name);
                List<Card> news = phone.look();
                assertThat(news).as(name + " on day " + day).hasSize(1);
                assertThat(last(news).plain()).contains("Your daily quiz", "1 of 5");
                assertThat(last(phone.press(option(last(news), "option 0"))).plain())
                        .contains("2 of 5");
            }
        }
        assertThat(TestDatabase.number(database, """
                        select count(*) from delivery d join review r using (learner_id, delivery_id)
                        """)).isEqualTo(12);
        assertThat(TestDatabase.number(database, """
                        select count(*) from quiz_session where ended_at is null
                        """))
                .as("a session ends where the next begins")
                .isEqualTo(3);
    }
}
