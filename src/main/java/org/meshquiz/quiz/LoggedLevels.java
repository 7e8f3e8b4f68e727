package org.meshquiz.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.AbilityRebuild.Outcome;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.Reviews.Review;
import org.meshquiz.store.Transaction;

/**
 * The levels that people's review logs give, by what is believed of the questions now. It remembers the questions it has
 * read, whose texts never change. Safe for several threads.
 */
final class LoggedLevels {
    private static final double ROUNDING = 1e-9;

    private final CalibratedSkills skills;
    private final Map<String, Question> questions = new ConcurrentHashMap<>();

    LoggedLevels(CalibratedSkills skills) {
        this.skills = skills;
    }

    /**
     * The levels that some of a person's answers give, by skill.
     *
     * @param counted which of the first answers to measuring questions are looked at
     */
    Map<String, Ability> told(Transaction tx, LearnerId learner, Predicate<Review> counted) {
        return walk(tx, learner, counted, ability -> {});
    }

    /**
     * The same, and what each answer in turn made of a level.
     *
     * @param each takes the level after each answer
     */
    Map<String, Ability> walk(Transaction tx, LearnerId learner, Predicate<Review> counted, Consumer<Ability> each) {
        Map<String, SkillParameters> believed = new HashMap<>();
        Map<String, Ability> told = new LinkedHashMap<>();
        for (Review review : tx.reviews().measuring(learner)) {
            if (!counted.test(review)) {
                continue;
            }
            SkillParameters parameters = believed.computeIfAbsent(review.skill(), skill -> skills.of(tx, skill));
            Ability before = told.containsKey(review.skill())
                    ? told.get(review.skill())
                    : Estimates.nothing(review.skill(), parameters, review.answeredAt());
            Ability after = Estimates.after(
                    before, parameters.item(question(tx, review)), review.correct(), review.answeredAt());
            told.put(review.skill(), after);
            each.accept(after);
        }
        return told;
    }

    /** Replaces the person's stored levels where the log gives others. The person has to be locked. */
    Outcome restore(Transaction tx, LearnerId learner) {
        Map<String, Ability> told = told(tx, learner, review -> true);
        Map<String, Ability> stored = new HashMap<>();
        tx.abilities().all(learner).forEach(ability -> stored.put(ability.skill(), ability));
        List<Ability> different = new ArrayList<>();
        told.forEach((skill, ability) -> {
            Ability before = stored.remove(skill);
            if (before == null || differs(before, ability)) {
                different.add(ability);
            }
        });
        different.forEach(ability -> tx.abilities().save(learner, ability));
        stored.keySet().forEach(skill -> tx.abilities().delete(learner, skill));
        return new Outcome(1, told.size(), different.size() + stored.size());
    }

    private Question question(Transaction tx, Review review) {
        return questions.computeIfAbsent(
                review.question() + " " + review.version(),
                key -> tx.questions()
                        .content(review.question(), review.version())
                        .map(QuestionJson::read)
                        .orElseThrow(() -> new IllegalStateException("the text of " + key + " is not stored")));
    }

    private static boolean differs(Ability stored, Ability told) {
        double[] before = stored.posterior().masses();
        double[] now = told.posterior().masses();
        double off = 0;
        for (int point = 0; point < now.length; point++) {
            off = Math.max(off, Math.abs(before[point] - now[point]));
        }
        return off > ROUNDING || stored.answers() != told.answers() || stored.calibration() != told.calibration();
    }
}
