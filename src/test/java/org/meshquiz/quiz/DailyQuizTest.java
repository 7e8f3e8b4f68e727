package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** What comes unasked. Ann is in Berlin; her quiz comes at ten on working days, and it is a Monday at ten. */
class DailyQuizTest {
    private static final Duration DAY = Duration.ofDays(1);

    private Database database;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        ann = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 40)));
        ann.write("/start");
    }

    @AfterEach
    void leave() {
        database.close();
    }

    @Test
    void whatWasAskedForEarlierCountsForTheDaysLimit() {
        ann.pass(Duration.ofHours(20));
        answerAll(last(ann.write("/quiz istio 3")));
        ann.pass(Duration.ofHours(4));
        assertThat(last(ann.tick()).plain()).contains("2 questions").contains("1 of 2");
    }

    @Test
    void aDayWhoseLimitIsReachedHasNoQuizAndTheNextDayHas() {
        ann.pass(Duration.ofHours(20));
        answerAll(last(ann.write("/quiz istio 8")));
        ann.pass(Duration.ofHours(4));
        assertThat(ann.tick()).isEmpty();
        ann.pass(DAY);
        assertThat(ann.tick()).hasSize(1);
    }

    @Test
    void nobodyIsRemindedUnlessTheyWantIt() {
        ann.pass(DAY);
        assertThat(ann.tick()).hasSize(1);
        ann.pass(Duration.ofHours(5));
        assertThat(ann.tick()).isEmpty();
    }

    @Test
    void aQuizThatWasNotBegunIsRemindedOfOnce() {
        ann.write("/settings remind on");
        ann.pass(DAY);
        ann.tick();
        ann.pass(Duration.ofHours(4).minusMinutes(1));
        assertThat(ann.tick()).isEmpty();
        ann.pass(Duration.ofMinutes(2));
        assertThat(last(ann.tick()).plain()).contains("still waiting");
        ann.pass(Duration.ofHours(3));
        assertThat(ann.tick()).isEmpty();
    }

    @Test
    void aQuizThatWasBegunIsNotRemindedOf() {
        ann.write("/settings remind on");
        ann.pass(DAY);
        ann.press(option(last(ann.tick()), "option 0"));
        ann.pass(Duration.ofHours(5));
        assertThat(ann.tick()).isEmpty();
    }

    @Test
    void noReminderComesInQuietHours() {
        ann.write("/settings remind on");
        ann.write("/settings hour 19:00");
        ann.pass(Duration.ofHours(9));
        assertThat(ann.tick()).hasSize(1);
        for (int minutes = 0; minutes < 14 * 60; minutes += 30) {
            ann.pass(Duration.ofMinutes(30));
            assertThat(ann.tick()).isEmpty();
        }
    }

    @Test
    void afterTwoWeeksWithoutAnAnswerThereIsOneQuestionAndThenAPause() {
        List<String> heard = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            ann.pass(DAY);
            ann.tick().forEach(card -> heard.add(card.plain()));
        }
        assertThat(heard).hasSize(11);
        assertThat(heard.subList(0, 10)).allMatch(text -> text.contains("Your daily quiz"));
        assertThat(heard.get(10)).contains("Two weeks without an answer");

        ann.write("/me");
        ann.pass(Duration.ofDays(3));
        assertThat(last(ann.tick()).plain()).contains("Your daily quiz");
    }

    @Test
    void whoWantsToGoOnIsAskedAgainOnlyAfterTwoMoreWeeks() {
        Card asked = silence();
        ann.press(button(asked, "Go on"));
        int quizzes = 0;
        Card card = null;
        while (card == null || !card.plain().contains("Two weeks")) {
            ann.pass(DAY);
            List<Card> cards = ann.tick();
            quizzes += cards.size();
            card = cards.isEmpty() ? card : last(cards);
        }
        assertThat(quizzes).isEqualTo(11);
    }

    @Test
    void aPauseOfOnesOwnIsNotTakenForSilence() {
        ann.pass(DAY);
        ann.press(option(last(ann.tick()), "option 0"));
        ann.write("/pause 1m");
        ann.pass(Duration.ofDays(35));
        ann.tick();
        ann.pass(Duration.ofDays(1));
        assertThat(last(ann.tick()).plain()).contains("Your daily quiz");
    }

    @Test
    void whoBlocksTheBotIsLeftAloneUntilTheyWrite() {
        ann.refuse(true);
        ann.pass(DAY);
        assertThat(ann.tick()).isEmpty();
        long after = TestDatabase.count(database, "outbox");
        for (int day = 0; day < 7; day++) {
            ann.pass(DAY);
            assertThat(ann.tick()).isEmpty();
        }
        assertThat(TestDatabase.count(database, "outbox")).isEqualTo(after);

        ann.refuse(false);
        assertThat(ann.write("/me")).hasSize(1);
        ann.pass(DAY);
        assertThat(ann.tick()).hasSize(1);
    }

    @Test
    void whoIsSaidToHaveLeftIsLeftAloneToo() {
        ann.hear(from -> new Inbound.Left(from, "left-1"));
        ann.pass(DAY);
        assertThat(ann.tick()).isEmpty();
        assertThat(TestDatabase.count(database, "daily_push")).isZero();
    }

    @Test
    void aMoveToAnotherZoneNeverBringsTwoQuizzesOnOneLocalDay() {
        ann.write("/settings days 6 on");
        ann.write("/settings days 7 on");
        List<String> zones =
                List.of("Pacific/Auckland", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago");
        for (int hour = 0; hour < 24 * 12; hour++) {
            ann.pass(Duration.ofHours(1));
            ann.tick();
            if (hour % 7 == 0) {
                ann.write("/settings zone " + zones.get(hour / 7 % zones.size()));
            }
        }
        assertThat(TestDatabase.number(database, "select count(*) from quiz_session where kind = 'daily'"))
                .isEqualTo(TestDatabase.number(database, "select count(distinct local_date) from daily_push"))
                .isBetween(6.0, 14.0);
    }

    @Test
    void somebodyWhoseTurnFailsHoldsUpNobody() {
        for (String name : List.of("ben", "cleo", "dan")) {
            ann.become(name);
            ann.write("/start");
        }
        TestDatabase.execute(
                database,
                "insert into memory_card select 2, question_id, skill, 5, 5, '2026-11-01', '2026-11-20', 0, 0 from question"
                        + " limit 1");
        // A stored difficulty that the model cannot read makes the person's turn fail.
        TestDatabase.execute(database, "alter table memory_card drop constraint memory_card_difficulty_check");
        TestDatabase.execute(database, "update memory_card set difficulty = 'NaN'");
        ann.pass(DAY);

        assertThat(ann.application.dailyQuiz().sweep()).isEqualTo(4);

        assertThat(TestDatabase.count(database, "daily_push")).isEqualTo(3);
        assertThat(ann.application.dailyQuiz().sweep()).isZero();
    }

    @Test
    void manyNodesSweepingAtOnceGiveEachPersonOneQuiz() throws Exception {
        for (int person = 0; person < 100; person++) {
            ann.become("p" + person);
            ann.write("/start");
        }
        ann.pass(DAY);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> nodes = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                nodes.add(() -> ann.application.dailyQuiz().sweep());
            }
            int people = 0;
            for (var node : pool.invokeAll(nodes)) {
                people += node.get();
            }
            assertThat(people).isEqualTo(101);
        } finally {
            pool.shutdown();
        }
        assertThat(TestDatabase.number(database, "select count(*) from quiz_session where kind = 'daily'"))
                .isEqualTo(101);
        assertThat(TestDatabase.number(database, "select count(*) from outbox where not urgent and outcome is null"))
                .isEqualTo(101);
    }

    @Test
    void aPushIsNotSentAnyMoreWhenQuietHoursHaveBegun() {
        ann.pass(DAY);
        ann.application.dailyQuiz().sweep();
        // Ten in the evening in Berlin.
        assertThat(
                        TestDatabase.text(
                                database,
                                "select to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from outbox where not urgent"))
                .isEqualTo("2026-11-24 21:00");
    }

    /** Passes over days until the question whether to pause comes. */
    private Card silence() {
        Card card = last(ann.write("/me"));
        while (!card.plain().contains("Two weeks")) {
            ann.pass(DAY);
            List<Card> cards = ann.tick();
            card = cards.isEmpty() ? card : last(cards);
        }
        return card;
    }

    private void answerAll(Card first) {
        Card card = first;
        while (!card.plain().contains("🏁")) {
            card = last(ann.press(option(card, "option 0")));
        }
    }
}
