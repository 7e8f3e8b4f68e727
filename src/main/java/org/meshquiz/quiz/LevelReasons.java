package org.meshquiz.quiz;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.ability.Estimator;
import org.meshquiz.ability.Evidence;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Observation;
import org.meshquiz.ability.Posterior;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.view.LevelView.Reason;
import org.meshquiz.store.Reviews.Review;

/**
 * Why a level is what it is: the answers it rests on by domain and level of the questions, and of these groups the one that
 * speaks most for the person and the one that speaks most against. What an answer says is how far it alone would move the
 * level as it stands.
 */
final class LevelReasons {
    /** One answer is no reason that anybody would believe. */
    private static final int FEWEST_ANSWERS = 2;

    private final Catalog catalog;
    private final Estimates estimates;

    LevelReasons(Catalog catalog, Estimates estimates) {
        this.catalog = catalog;
        this.estimates = estimates;
    }

    /** Questions of one domain and level. */
    private record Group(String domain, Level level) {}

    /** What was answered of a group, and how far it moves the level in all. */
    private record Answered(int right, int asked, double moves) {
        Answered plus(boolean correct, double move) {
            return new Answered(right + (correct ? 1 : 0), asked + 1, moves + move);
        }
    }

    /** The strongest reasons by skill, the one that speaks for the person first; a skill without any is missing. */
    Map<String, List<Reason>> of(Talk talk) {
        Map<String, Map<Group, Answered>> skills = new LinkedHashMap<>();
        Map<String, Posterior> levels = new HashMap<>();
        for (Review review : talk.tx().reviews().measuring(talk.learner().id())) {
            Question question = catalog.asPut(talk.tx(), review.question(), review.version());
            Group group = new Group(question.topic().domain(), question.topic().level());
            Posterior level = levels.computeIfAbsent(review.skill(), skill -> estimates.posterior(talk, skill));
            double move = move(level, question, review.correct());
            skills.computeIfAbsent(review.skill(), skill -> new LinkedHashMap<>())
                    .compute(
                            group, (key, so) -> (so == null ? new Answered(0, 0, 0) : so).plus(review.correct(), move));
        }
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        skills.forEach((skill, groups) -> reasons.put(skill, strongest(groups)));
        return reasons;
    }

    private static double move(Posterior now, Question question, boolean correct) {
        Item item = Estimates.item(question);
        return Estimator.observe(now, item, Evidence.NONE, Observation.first(correct))
                        .posterior()
                        .mean()
                - now.mean();
    }

    private static List<Reason> strongest(Map<Group, Answered> groups) {
        Comparator<Map.Entry<Group, Answered>> byMove =
                Comparator.comparingDouble(entry -> entry.getValue().moves());
        Optional<Reason> best = groups.entrySet().stream()
                .filter(entry -> entry.getValue().asked() >= FEWEST_ANSWERS)
                .max(byMove)
                .filter(entry -> entry.getValue().moves() > 0)
                .map(entry -> reason(entry, true));
        Optional<Reason> worst = groups.entrySet().stream()
                .filter(entry -> entry.getValue().asked() >= FEWEST_ANSWERS)
                .min(byMove)
                .filter(entry -> entry.getValue().moves() < 0)
                .map(entry -> reason(entry, false));
        return List.of(best, worst).stream().flatMap(Optional::stream).toList();
    }

    private static Reason reason(Map.Entry<Group, Answered> entry, boolean speaksFor) {
        Answered answered = entry.getValue();
        Group group = entry.getKey();
        return new Reason(group.domain(), group.level(), answered.right(), answered.asked(), speaksFor);
    }
}
