package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.ability.Estimator;
import org.meshquiz.ability.Evidence;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Observation;
import org.meshquiz.ability.Posterior;
import org.meshquiz.ability.Verdict;
import org.meshquiz.question.Question;
import org.meshquiz.store.Abilities.Ability;

/**
 * Levels: what is believed about a person and a skill, moved by first answers to measuring questions alone. A level that was
 * made with another calibration than the one in use is made anew from the log.
 */
final class Estimates {
    private final CalibratedSkills skills;
    private final LoggedLevels logged;

    Estimates(CalibratedSkills skills, LoggedLevels logged) {
        this.skills = skills;
        this.logged = logged;
    }

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

    /** What is believed of a skill's questions. */
    SkillParameters parameters(Talk talk, String skill) {
        return talk.believed(skill, skills);
    }

    /** Expected ability as it stood at the last answer that moved it; it does not change while nobody answers. */
    double expected(Talk talk, String skill) {
        return stored(talk, skill).posterior().mean();
    }

    /** Takes in the first answer to a measuring question, which is not in the log yet; the level is the caller's to write. */
    Ability answered(Talk talk, Question question, boolean right) {
        String skill = question.topic().skill();
        Ability now = after(stored(talk, skill), parameters(talk, skill).item(question), right, talk.now());
        talk.level(skill, Optional.of(now));
        return now;
    }

    /** The belief before any answer: a person is one of the team. */
    static Ability nothing(String skill, SkillParameters parameters, Instant at) {
        return new Ability(skill, Posterior.prior(parameters.team()), 0, at, parameters.version());
    }

    /** The belief with one more first answer; the live estimate and its rebuilding from the log are this one step. */
    static Ability after(Ability before, Item item, boolean right, Instant at) {
        Duration idle = Duration.between(before.updatedAt(), at);
        Estimator.Update update =
                Estimator.update(before.posterior(), idle, item, Evidence.NONE, Observation.first(right));
        return new Ability(before.skill(), update.posterior(), before.answers() + 1, at, before.calibration());
    }

    private Ability stored(Talk talk, String skill) {
        SkillParameters parameters = parameters(talk, skill);
        Ability stored = talk.level(skill).orElseGet(() -> nothing(skill, parameters, talk.now()));
        return stored.calibration() == parameters.version() ? stored : fromLog(talk, skill, parameters);
    }

    private Ability fromLog(Talk talk, String skill, SkillParameters parameters) {
        Map<String, Ability> told = logged.told(
                talk.tx(), talk.learner().id(), review -> review.skill().equals(skill));
        return told.containsKey(skill) ? told.get(skill) : nothing(skill, parameters, talk.now());
    }
}
