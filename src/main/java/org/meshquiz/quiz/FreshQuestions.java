package org.meshquiz.quiz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Selection;
import org.meshquiz.question.Question;

/**
 * Chooses among questions that a person has not met: those that measure before those that only train, the least met skill
 * first, and of it what tells most about the person's level while the domains stay balanced.
 */
final class FreshQuestions {
    private final Catalog catalog;
    private final Estimates estimates;
    private final Random random;

    FreshQuestions(Catalog catalog, Estimates estimates, Random random) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.random = random;
    }

    /** One of the candidates; empty when there are none. */
    Optional<Question> choose(Talk talk, List<Question> fresh) {
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        List<Question> measuring =
                fresh.stream().filter(question -> measures(talk, question)).toList();
        List<Question> candidates = measuring.isEmpty() ? fresh : measuring;
        Map<String, Long> left = counts(fresh, question -> question.topic().skill());
        candidates = leastMet(candidates, question -> question.topic().skill(), skill -> met(skill, left));
        String skill = candidates.get(0).topic().skill();
        return telling(talk, skill, candidates, fresh);
    }

    /** Whether an answer to a question as it stands in the bank counts for a level. */
    boolean measures(Talk talk, Question question) {
        Integer doubted = talk.doubted().get(question.id().value());
        return question.source().measures()
                && (doubted == null || doubted != catalog.current().version(question));
    }

    private long met(String skill, Map<String, Long> left) {
        return catalog.bank().questionsOf(skill).size() - left.getOrDefault(skill, 0L);
    }

    private Optional<Question> telling(Talk talk, String skill, List<Question> candidates, List<Question> fresh) {
        Map<String, Long> left =
                counts(ofSkill(fresh, skill), question -> question.topic().domain());
        Map<String, Long> all = counts(
                catalog.bank().questionsOf(skill), question -> question.topic().domain());
        Map<String, Question> byId = new HashMap<>();
        candidates.forEach(question -> byId.put(question.id().value(), question));
        List<Item> items =
                candidates.stream().map(estimates.parameters(talk, skill)::item).toList();
        return Selection.next(
                        estimates.posterior(talk, skill),
                        items,
                        domain -> (int) (all.getOrDefault(domain, 0L) - left.getOrDefault(domain, 0L)),
                        random)
                .map(item -> byId.get(item.id()));
    }

    /** The candidates of the group of which the fewest were met; chance decides among equals. */
    private List<Question> leastMet(
            List<Question> candidates, Function<Question, String> group, Function<String, Long> met) {
        List<String> groups = candidates.stream().map(group).distinct().sorted().toList();
        long fewest = groups.stream().mapToLong(met::apply).min().orElseThrow();
        List<String> equal =
                groups.stream().filter(name -> met.apply(name) == fewest).toList();
        String chosen = equal.get(random.nextInt(equal.size()));
        return candidates.stream()
                .filter(question -> group.apply(question).equals(chosen))
                .toList();
    }

    private static List<Question> ofSkill(List<Question> questions, String skill) {
        return questions.stream()
                .filter(question -> question.topic().skill().equals(skill))
                .toList();
    }

    private static Map<String, Long> counts(List<Question> questions, Function<Question, String> group) {
        return questions.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
    }
}
