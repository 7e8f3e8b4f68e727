package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.meshquiz.quiz.Chatter.last;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.ability.Posterior;
import org.meshquiz.chat.Card;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.question.Question;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** Levels are a cache of the review log. */
class AbilityRebuildTest {
    private Database database;
    private Chatter ann;

    @BeforeEach
    void answer() {
        database = TestDatabase.migrated();
        List<Question> questions = new ArrayList<>(SampleBank.singles("istio", 8));
        questions.addAll(SampleBank.singles("envoy", 4));
        ann = new Chatter(database, SampleBank.of(questions));
        quiz("/quiz istio 4");
        ann.pass(Duration.ofDays(40));
        quiz("/quiz istio 8");
        quiz("/quiz envoy 3");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void theStoredLevelsAreThoseThatTheLogGives() {
        assertThat(new AbilityRebuild(database).run()).isEqualTo(new AbilityRebuild.Outcome(1, 2, 0));
    }

    @Test
    void spoiltMissingAndUnfoundedLevelsAreReplacedByThoseOfTheLog() {
        LearnerId learner = database.write(tx -> tx.learners().after(null, 1)).get(0);
        List<Ability> before = database.write(tx -> tx.abilities().all(learner));
        database.write(tx -> {
            tx.abilities().delete(learner, "envoy");
            tx.abilities().save(learner, new Ability("istio", Posterior.prior(), 99, Instant.EPOCH, 0));
            tx.abilities().save(learner, new Ability("knitting", Posterior.prior(), 3, Instant.EPOCH, 0));
            return true;
        });

        assertThat(new AbilityRebuild(database).run()).isEqualTo(new AbilityRebuild.Outcome(1, 2, 3));

        List<Ability> after = database.write(tx -> tx.abilities().all(learner));
        assertThat(after).hasSize(2);
        for (int index = 0; index < after.size(); index++) {
            assertThat(after.get(index).skill()).isEqualTo(before.get(index).skill());
            assertThat(after.get(index).answers()).isEqualTo(before.get(index).answers());
            assertThat(after.get(index).posterior().mean())
                    .isCloseTo(before.get(index).posterior().mean(), within(1e-9));
        }
        assertThat(new AbilityRebuild(database).run().replaced()).isZero();
    }

    /** Every other question is answered right. */
    private void quiz(String command) {
        Card card = last(ann.write(command));
        for (int number = 0; !card.plain().contains("🏁"); number++) {
            card = last(ann.press(Chatter.option(card, "option " + number % 2)));
        }
    }
}
