package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Parameters;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** What first answers teach of questions, from the log to the levels that people are told. */
class CalibratingTest {
    private static final int QUESTIONS = 24;

    private final List<Question> questions = SampleBank.singles("istio", QUESTIONS + 4);
    private Database database;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        ann = new Chatter(database, SampleBank.of(questions));
        ann.write("/start");
    }

    @AfterEach
    void leave() {
        database.close();
    }

    @Test
    void fewAnswersOrFewPeopleTeachNothing() {
        crowd(12);
        assertThat(run()).isZero();
        assertThat(TestDatabase.count(database, "calibration")).isZero();
        assertThat(istio().mislabelled()).isEmpty();
    }

    @Test
    void aCrowdShowsWhichLevelIsWrongAndEveryLevelFollows() {
        crowd(60);
        AbilityRebuild rebuild = new AbilityRebuild(database);
        assertThat(rebuild.run().replaced()).isEqualTo(60);

        assertThat(run()).isEqualTo(1);

        // The first question is said to be for juniors, and people fare with it as with one for experts.
        assertThat(istio().mislabelled()).hasSize(1);
        BankStats.Mislabelled wrong = istio().mislabelled().get(0);
        assertThat(wrong.id()).isEqualTo("istio-q0");
        assertThat(wrong.level()).isEqualTo(Level.JUNIOR);
        assertThat(wrong.suggested()).isIn(Level.SENIOR, Level.EXPERT);
        assertThat(wrong.answers()).isEqualTo(60);
        assertThat(TestDatabase.number(database, "select count(*) from ability where calibration > 0"))
                .isEqualTo(60);
        // What is stored is what the log gives, and there is nothing new to learn.
        assertThat(new AbilityRebuild(database).run().replaced()).isZero();
        assertThat(run()).isZero();
    }

    @Test
    void anAnswerAfterACalibrationMovesTheLevelAsTheLogSays() {
        crowd(60);
        run();
        // Ann's level is of before: she has not answered yet. Her first answers are judged by what was learned.
        ann.press(option(last(ann.write("/quiz istio 2")), "option 0"));
        assertThat(TestDatabase.number(
                        database, "select count(*) from ability where learner_id = 1 and calibration = 1"))
                .isOne();
        assertThat(new AbilityRebuild(database).run().replaced()).isEqualTo(60);
        // One whose level is of another calibration is followed at the next answer, without waiting for the night.
        TestDatabase.execute(database, "update ability set calibration = 77, answers = 9 where learner_id = 1");
        ann.press(option(last(ann.write("/next")), "option 0"));
        assertThat(TestDatabase.number(database, "select answers from ability where learner_id = 1"))
                .isEqualTo(2);
        assertThat(new AbilityRebuild(database).run().replaced()).isZero();
    }

    @Test
    void aRevertedCalibrationLeavesNoTrace() {
        crowd(60);
        new AbilityRebuild(database).run();
        String before = levels();
        run();
        assertThat(levels()).isNotEqualTo(before);
        Instant now = Instant.parse("2026-11-24T09:00:00Z");
        boolean reverted = database.write(tx -> tx.calibrations().revert("istio", now));
        boolean again = database.write(tx -> tx.calibrations().revert("istio", now));
        assertThat(reverted).isTrue();
        assertThat(again).isFalse();

        new AbilityRebuild(database).run();

        assertThat(levels()).isEqualTo(before);
        // It is not learned once more from the same answers.
        assertThat(run()).isZero();
        assertThat(istio().mislabelled()).isEmpty();
    }

    @Test
    void aQuestionThatMeansSomethingElseNowBeginsAnew() {
        crowd(60);
        run();
        SkillParameters learned = database.write(tx -> new CalibratedSkills().of(tx, "istio"));
        Question same = questions.get(0);
        Question revised = SampleBank.revised(same);

        assertThat(learned.item(same).parameters().difficulty())
                .isGreaterThan(Parameters.prior(Band.JUNIOR).difficulty() + 1);
        Item anew = learned.item(revised);
        assertThat(anew.parameters().difficulty())
                .isEqualTo(Parameters.prior(Band.JUNIOR).difficulty());
    }

    private int run() {
        return ann.application.calibrating().run();
    }

    private BankStats.Skill istio() {
        return Objects.requireNonNull(BankStats.of(database).skills().get("istio"));
    }

    private String levels() {
        return database.write(tx -> tx.learners().after(null, 100).stream()
                .flatMap(learner -> tx.abilities().all(learner).stream())
                .map(ability -> ability.skill() + " " + ability.posterior().mean())
                .collect(Collectors.joining("\n")));
    }

    /** People of all abilities: the higher their number, the more they know of each level; nobody knows the first question. */
    private void crowd(int people) {
        TestDatabase.execute(database, """
                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit, new_share,
                  retention, created_at)
                select 'en', 'Etc/UTC', '10:00', 96, '22:00', '08:00', 5, 0.4, 0.9, '2026-11-01' from generate_series(1, %d)
                """.formatted(people));
        TestDatabase.execute(database, """
                insert into review (learner_id, delivery_id, question_id, question_version, skill, answered_at, time_zone,
                  correct, options, guessing, response, latency_ms, first_exposure, measures, recall_before)
                select l.learner_id, -q - 1, 'istio-q' || q, 1, 'istio', timestamptz '2026-11-02' + q * interval '1 minute',
                  'Etc/UTC',
                  abs(hashtext(l.learner_id || '/' || q)) %% 100 < case when q = 0 then 26 else
                    25 + 73 / (1 + exp(1.3 * ((q %% 4) - 1.2 - (l.learner_id %% 30 - 15) / 10.0))) end,
                  4, 0.25, '', 1000, true, true, 0
                from learner l, generate_series(0, %d) q
                where l.learner_id > 1
                """.formatted(QUESTIONS - 1));
    }
}
