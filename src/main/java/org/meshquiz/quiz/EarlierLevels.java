package org.meshquiz.quiz;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meshquiz.ability.Posterior;
import org.meshquiz.ability.Verdict;
import org.meshquiz.question.Question;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.QuizSessions.QuizSession;
import org.meshquiz.store.Reviews.Review;

/** What could be told of levels before a session began: the review log tells it. */
final class EarlierLevels {
    private final Catalog catalog;

    EarlierLevels(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The levels as they stood at the beginning of a session, by skill; only those that its answers have moved.
     *
     * @param reviews the answers of the session, in the order they were given
     */
    Map<String, Verdict> before(Talk talk, QuizSession session, List<Review> reviews) {
        Set<String> moved = new HashSet<>();
        reviews.stream()
                .filter(review -> review.firstExposure() && review.measures())
                .forEach(review -> moved.add(review.skill()));
        if (moved.isEmpty()) {
            return Map.of();
        }
        long first = reviews.get(0).id();
        Map<String, Ability> levels = new HashMap<>();
        for (Review review : talk.tx().reviews().measuring(talk.learner().id())) {
            if (review.id() < first && moved.contains(review.skill())) {
                Ability before = levels.getOrDefault(
                        review.skill(), new Ability(review.skill(), Posterior.prior(), 0, review.answeredAt()));
                Question question = catalog.asPut(talk.tx(), review.question(), review.version());
                levels.put(review.skill(), Estimates.after(before, question, review.correct(), review.answeredAt()));
            }
        }
        Map<String, Verdict> verdicts = new HashMap<>();
        for (String skill : moved) {
            Ability then = levels.getOrDefault(skill, new Ability(skill, Posterior.prior(), 0, session.startedAt()));
            verdicts.put(skill, verdict(then, session));
        }
        return verdicts;
    }

    private static Verdict verdict(Ability then, QuizSession session) {
        Duration idle = Duration.between(then.updatedAt(), session.startedAt());
        return Verdict.of(then.posterior().after(idle), then.answers());
    }
}
