package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** What happens at night: fitting and cleaning. */
class NightlyTest {
    private Database database;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        ann = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 60)));
        ann.write("/start");
    }

    @AfterEach
    void leave() {
        database.close();
    }

    @Test
    void aPersonWithFewRepeatsKeepsTheDefaults() {
        remembersHalf(30, 5);
        assertThat(ann.application.fitting().run()).isZero();
        assertThat(TestDatabase.count(database, "learner_parameters")).isZero();
        assertThat(answerOnce()).isZero();
    }

    @Test
    void weightsThatForetellNewerReviewsBetterAreUsedFromThenOn() {
        remembersHalf(60, 6);
        assertThat(ann.application.fitting().run()).isEqualTo(1);
        assertThat(TestDatabase.number(database, "select loss_before - loss_after from learner_parameters"))
                .isPositive();
        assertThat(answerOnce())
                .isEqualTo(TestDatabase.number(database, "select version from learner_parameters"))
                .isPositive();
    }

    @Test
    void aFitIsNotRepeatedBeforeTheAnswersHaveDoubled() {
        remembersHalf(60, 6);
        ann.application.fitting().run();
        assertThat(ann.application.fitting().run()).isZero();
        assertThat(TestDatabase.count(database, "learner_parameters")).isEqualTo(1);
    }

    @Test
    void aTeamWithAThousandRepeatsSharesItsWeights() {
        for (int person = 2; person <= 9; person++) {
            ann.become("p" + person);
            ann.write("/start");
        }
        // 8 people with 180 repeats each: too few for weights of their own, enough together.
        for (int person = 2; person <= 9; person++) {
            remembersHalf(person, 60, 4);
        }
        assertThat(ann.application.fitting().run()).isEqualTo(1);
        assertThat(TestDatabase.count(database, "team_parameters")).isEqualTo(1);
        assertThat(TestDatabase.count(database, "learner_parameters")).isZero();
        ann.become("somebody new");
        assertThat(answerOnce()).isPositive();
    }

    @Test
    void cardsAreComputedAnewWithAcceptedWeightsAndComeBackOnTheSameDay() {
        for (int i = 0; i < 3; i++) {
            ann.press(option(last(ann.write("/quiz istio 1")), "option 0"));
        }
        double stability = TestDatabase.number(database, "select sum(stability) from memory_card");
        double due = TestDatabase.number(database, "select sum(due_on - date '2026-01-01') from memory_card");
        remembersHalf(60, 12);
        assertThat(ann.application.fitting().run()).isEqualTo(1);

        double weights = TestDatabase.number(database, "select version from learner_parameters where accepted");
        assertThat(TestDatabase.number(
                        database, "select count(*) from memory_card where parameters <> " + (long) weights))
                .isZero();
        assertThat(TestDatabase.number(database, "select sum(stability) from memory_card"))
                .isNotEqualTo(stability);
        assertThat(TestDatabase.number(database, "select sum(due_on - date '2026-01-01') from memory_card"))
                .isEqualTo(due);

        // The log alone tells what a card is: one that was spoilt is mended, and then nothing is left to do.
        double mended = TestDatabase.number(database, "select sum(stability) from memory_card");
        TestDatabase.execute(database, "update memory_card set stability = 1234, parameters = 0");
        ann.application.fitting().run();
        assertThat(TestDatabase.number(database, "select sum(stability) from memory_card"))
                .isEqualTo(mended);
    }

    @Test
    void onlyWhatIsOldIsDeletedAndAnswersNever() {
        ann.press(option(last(ann.write("/quiz istio")), "option 0"));
        assertThat(ann.application.cleanup().run()).isZero();

        TestDatabase.execute(database, "update outbox set written_at = written_at - interval '31 days'");
        TestDatabase.execute(database, "update sent_message set sent_at = sent_at - interval '101 days'");
        TestDatabase.execute(database, """
                insert into outbox (platform, bot, chat, message_id, edits, card, urgent, ready_at, written_at)
                values ('x', 'x', 'waiting', 1, false, '{}', true, now(), now() - interval '1 year')
                """);
        ann.pass(Duration.ofDays(92));
        ann.write("/me");

        ann.application.cleanup().run();

        assertThat(TestDatabase.number(database, "select count(*) from outbox where chat = 'waiting'"))
                .isEqualTo(1);
        assertThat(TestDatabase.count(database, "inbox")).isEqualTo(1);
        assertThat(TestDatabase.count(database, "review")).isEqualTo(1);
        assertThat(TestDatabase.number(database, "select count(*) from keyboard where expires_at < '2027-02-20'"))
                .isZero();
        assertThat(ann.application.cleanup().run()).isZero();
    }

    private void remembersHalf(int questions, int reviews) {
        remembersHalf(1, questions, reviews);
    }

    /** A person who, four days after an answer, knows one in two, by chance: far less than the defaults foretell. */
    private void remembersHalf(int learner, int questions, int reviews) {
        TestDatabase.execute(database, """
                insert into review (learner_id, delivery_id, question_id, question_version, skill, answered_at, time_zone,
                  correct, options, guessing, response, latency_ms, first_exposure, measures, recall_before)
                select %d, -(q * 100 + n), 'istio-q' || q, 1, 'istio',
                  timestamptz '2026-10-01 12:00Z' + (n * 4 + q %% 4) * interval '1 day' + q * interval '1 minute',
                  'Etc/UTC', hashtext(%d || '/' || q || '/' || n) %% 2 = 0, 0, 0.0, '', 1000, n = 0, true, 0
                from generate_series(0, %d) q, generate_series(0, %d) n
                """.formatted(learner, learner, questions - 1, reviews - 1));
    }

    /** Answers a question and returns the version of the weights that its card was computed with. */
    private double answerOnce() {
        ann.press(option(last(ann.write("/quiz istio")), "option 0"));
        return TestDatabase.number(database, "select max(parameters) from memory_card");
    }
}
