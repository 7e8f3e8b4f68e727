package org.meshquiz.quiz;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meshquiz.ability.Estimator;
import org.meshquiz.ability.Evidence;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Observation;
import org.meshquiz.ability.Posterior;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.view.LevelView.Grounds;
import org.meshquiz.quiz.view.LevelView.Reason;
import org.meshquiz.quiz.view.LevelView.Weakness;
import org.meshquiz.store.Reviews.Review;

/**
 * Why a level is what it is: the answers it rests on by domain and level of the questions, and of these groups the one that
 * speaks most for the person and the one that speaks most against; and the domains that went worst. What an answer says is
 * how far it alone would move the level as it stands.
 */
final class LevelReasons {
    /** One answer is no reason that anybody would believe. */
    private static final int FEWEST_ANSWERS = 2;

    /** Fewer first answers may have gone wrong by chance. */
    private static final int FEWEST_OF_DOMAIN = 3;

    private static final int MOST_DOMAINS = 2;

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

    /** By skill, of the reasons the one that speaks for the person first; a skill without answers is missing. */
    Map<String, Grounds> of(Talk talk) {
        Map<String, Map<Group, Answered>> skills = new LinkedHashMap<>();
        Map<String, Posterior> levels = new HashMap<>();
        Map<String, SkillParameters> parameters = new HashMap<>();
        for (Review review : talk.tx().reviews().measuring(talk.learner().id())) {
            Question question = catalog.asPut(talk.tx(), review.question(), review.version());
            Group group = new Group(question.topic().domain(), question.topic().level());
            Posterior level = levels.computeIfAbsent(review.skill(), skill -> estimates.posterior(talk, skill));
            SkillParameters believed =
                    parameters.computeIfAbsent(review.skill(), skill -> estimates.parameters(talk, skill));
            double move = move(level, believed.item(question), review.correct());
            skills.computeIfAbsent(review.skill(), skill -> new LinkedHashMap<>())
                    .compute(
                            group, (key, so) -> (so == null ? new Answered(0, 0, 0) : so).plus(review.correct(), move));
        }
        Map<String, Grounds> grounds = new LinkedHashMap<>();
        skills.forEach((skill, groups) -> grounds.put(skill, new Grounds(strongest(groups), weakest(groups))));
        return grounds;
    }

    private static double move(Posterior now, Item item, boolean correct) {
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

    /** The domains of which less than half was right, the smallest share first. */
    private static List<Weakness> weakest(Map<Group, Answered> groups) {
        Map<String, Weakness> domains = new TreeMap<>();
        groups.forEach((group, answered) -> domains.merge(
                group.domain(),
                new Weakness(group.domain(), answered.right(), answered.asked()),
                (one, other) -> new Weakness(one.domain(), one.right() + other.right(), one.asked() + other.asked())));
        return domains.values().stream()
                .filter(domain -> domain.asked() >= FEWEST_OF_DOMAIN && 2 * domain.right() < domain.asked())
                .sorted(Comparator.comparingDouble(domain -> (double) domain.right() / domain.asked()))
                .limit(MOST_DOMAINS)
                .toList();
    }

    private static Reason reason(Map.Entry<Group, Answered> entry, boolean speaksFor) {
        Answered answered = entry.getValue();
        Group group = entry.getKey();
        return new Reason(group.domain(), group.level(), answered.right(), answered.asked(), speaksFor);
    }
}
