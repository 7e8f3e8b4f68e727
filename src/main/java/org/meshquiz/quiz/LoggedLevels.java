package org.meshquiz.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meshquiz.ability.Posterior;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.AbilityRebuild.Outcome;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.Reviews.Review;
import org.meshquiz.store.Transaction;

/** The levels that one person's review log gives. Not safe for several threads: it remembers the questions it has read. */
final class LoggedLevels {
    private static final double ROUNDING = 1e-9;

    private final Map<String, Question> questions = new HashMap<>();

    /** Replaces the person's stored levels where the log gives others. The person has to be locked. */
    Outcome restore(Transaction tx, LearnerId learner) {
        Map<String, Ability> told = fromLog(tx, learner);
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

    private Map<String, Ability> fromLog(Transaction tx, LearnerId learner) {
        Map<String, Ability> told = new LinkedHashMap<>();
        for (Review review : tx.reviews().measuring(learner)) {
            Ability before = told.getOrDefault(
                    review.skill(), new Ability(review.skill(), Posterior.prior(), 0, review.answeredAt()));
            Question question = question(tx, review);
            told.put(review.skill(), Estimates.after(before, question, review.correct(), review.answeredAt()));
        }
        return told;
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
        return off > ROUNDING || stored.answers() != told.answers();
    }
}
