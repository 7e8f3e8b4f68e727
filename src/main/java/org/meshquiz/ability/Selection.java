package org.meshquiz.ability;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * The choice of the next question: the one whose answer tells most about the ability (largest mutual information), by
 * chance among the best five so that people do not all meet the same, and with no domain ahead of the others by more than
 * one question.
 */
public final class Selection {
    private static final int BEST = 5;

    private Selection() {}

    /** A question and what its answer tells, in nats. */
    private record Candidate(Item item, double information) {}

    /**
     * Chooses a question.
     *
     * @param fresh the questions that the person has not met
     * @param met how many questions of a domain the person has met
     * @param random decides among the best
     * @return empty where there are none
     */
    public static Optional<Item> next(
            Posterior posterior, Collection<Item> fresh, ToIntFunction<String> met, RandomGenerator random) {
        int least = fresh.stream()
                .mapToInt(item -> met.applyAsInt(item.topic()))
                .min()
                .orElse(0);
        List<Candidate> best = fresh.stream()
                .filter(item -> met.applyAsInt(item.topic()) == least)
                .map(item -> new Candidate(item, information(posterior, item)))
                .sorted(Comparator.comparingDouble(Candidate::information).reversed())
                .limit(BEST)
                .toList();
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(best.get(random.nextInt(best.size())).item());
    }

    /** The mutual information between the answer to a question and the ability, in nats: 0 tells nothing. */
    public static double information(Posterior posterior, Item item) {
        double right = 0;
        double doubtLeft = 0;
        for (int point = 0; point < Grid.SIZE; point++) {
            double mass = posterior.mass(point);
            double rightHere = item.right(point);
            right += mass * rightHere;
            doubtLeft += mass * BinaryEntropy.of(rightHere);
        }
        return Math.max(0, BinaryEntropy.of(right) - doubtLeft);
    }
}
