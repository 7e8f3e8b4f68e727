package org.meshquiz.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Posterior;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.question.Question;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.Database;
import org.meshquiz.store.Reviews.Review;
import org.meshquiz.store.Transaction;

/**
 * Makes all levels anew from the review log alone, by the questions' stored texts. The log is the truth: where the stored
 * level differs, it is replaced. A second run finds nothing to replace.
 */
public final class AbilityRebuild {
    private static final int AT_ONCE = 500;
    private static final double ROUNDING = 1e-9;

    private final Database database;
    private final Map<String, Question> questions = new HashMap<>();

    public AbilityRebuild(Database database) {
        this.database = database;
    }

    /**
     * What was done.
     *
     * @param people whose log was read
     * @param levels that the log gives
     * @param replaced levels that had been stored otherwise, were missing, or rested on nothing
     */
    public record Outcome(int people, int levels, int replaced) {
        private Outcome plus(Outcome other) {
            return new Outcome(people + other.people, levels + other.levels, replaced + other.replaced);
        }
    }

    /** Rebuilds everybody's levels, each person in a transaction; people go on answering meanwhile. */
    public Outcome run() {
        Outcome done = new Outcome(0, 0, 0);
        List<LearnerId> page = page(null);
        while (!page.isEmpty()) {
            for (LearnerId learner : page) {
                done = done.plus(database.write(tx -> rebuild(tx, learner)));
            }
            page = page(page.get(page.size() - 1));
        }
        return done;
    }

    private List<LearnerId> page(@Nullable LearnerId last) {
        return database.write(tx -> tx.learners().after(last, AT_ONCE));
    }

    private Outcome rebuild(Transaction tx, LearnerId learner) {
        if (tx.learners().lock(learner).isEmpty()) {
            return new Outcome(0, 0, 0);
        }
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
