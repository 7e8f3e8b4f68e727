package org.meshquiz.quiz;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meshquiz.ability.Verdict;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.QuizSessions.QuizSession;
import org.meshquiz.store.Reviews.Review;

/** What could be told of levels before a session began: the review log tells it. */
final class EarlierLevels {
    private final Estimates estimates;
    private final LoggedLevels logged;

    EarlierLevels(Estimates estimates, LoggedLevels logged) {
        this.estimates = estimates;
        this.logged = logged;
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
        Map<String, Ability> levels = logged.told(
                talk.tx(), talk.learner().id(), review -> review.id() < first && moved.contains(review.skill()));
        Map<String, Verdict> verdicts = new HashMap<>();
        for (String skill : moved) {
            Ability then = levels.containsKey(skill)
                    ? levels.get(skill)
                    : Estimates.nothing(skill, estimates.parameters(talk, skill), session.startedAt());
            verdicts.put(skill, verdict(then, session));
        }
        return verdicts;
    }

    private static Verdict verdict(Ability then, QuizSession session) {
        Duration idle = Duration.between(then.updatedAt(), session.startedAt());
        return Verdict.of(then.posterior().after(idle), then.answers());
    }
}
