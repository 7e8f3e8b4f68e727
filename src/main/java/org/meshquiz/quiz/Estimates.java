package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Estimator;
import org.meshquiz.ability.Evidence;
import org.meshquiz.ability.Format;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Observation;
import org.meshquiz.ability.Posterior;
import org.meshquiz.ability.Verdict;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;
import org.meshquiz.store.Abilities.Ability;

/** Levels: what is believed about a person and a skill, moved by first answers to measuring questions alone. */
final class Estimates {

    /** What is believed now: the stored belief, and the doubt that has grown since. */
    Posterior posterior(Talk talk, String skill) {
        Ability stored = stored(talk, skill);
        return stored.posterior().after(Duration.between(stored.updatedAt(), talk.now()));
    }

    /** What may be said about the person's level in a skill. */
    Verdict verdict(Talk talk, String skill) {
        return Verdict.of(posterior(talk, skill), answers(talk, skill));
    }

    /** First answers that the level rests on. */
    int answers(Talk talk, String skill) {
        return stored(talk, skill).answers();
    }

    /** Takes in the first answer to a measuring question. */
    void answered(Talk talk, Question question, boolean right) {
        Ability before = stored(talk, question.topic().skill());
        talk.tx().abilities().save(talk.learner().id(), after(before, question, right, talk.now()));
    }

    /** The belief with one more first answer; the live estimate and its rebuilding from the log are this one step. */
    static Ability after(Ability before, Question question, boolean right, Instant at) {
        Duration idle = Duration.between(before.updatedAt(), at);
        Estimator.Update update =
                Estimator.update(before.posterior(), idle, item(question), Evidence.NONE, Observation.first(right));
        return new Ability(before.skill(), update.posterior(), before.answers() + 1, at);
    }

    /** A question as the estimate sees it. */
    static Item item(Question question) {
        Band band = Band.valueOf(question.topic().level().name());
        return Item.labelled(
                question.id().value(),
                band,
                format(question.key()),
                question.topic().domain());
    }

    private static Format format(Key key) {
        if (key instanceof Key.Typed) {
            return Format.typed();
        }
        int options = key.choices().size();
        return key instanceof Key.Several ? Format.several(options) : Format.single(options);
    }

    private static Ability stored(Talk talk, String skill) {
        return talk.tx()
                .abilities()
                .find(talk.learner().id(), skill)
                .orElseGet(() -> new Ability(skill, Posterior.prior(), 0, talk.now()));
    }
}
