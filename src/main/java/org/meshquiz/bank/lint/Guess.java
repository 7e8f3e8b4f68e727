package org.meshquiz.bank.lint;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Somebody who knows nothing and answers by a rule. */
final class Guess {
    private Guess() {}

    /**
     * How often the highest-scored option is right; equals share the guess.
     *
     * @param singles single-choice items
     * @param scores a number for each option
     */
    static Count byHighest(List<Item> singles, Function<Item, double[]> scores) {
        return Count.of(singles, item -> success(item, scores.apply(item)));
    }

    /** What blind luck scores, on average. */
    static double chance(List<Item> singles) {
        return singles.stream()
                .mapToDouble(item -> item.question().key().guessing())
                .average()
                .orElse(0);
    }

    /** What a guess is worth that takes the highest-scored option: 1, 0, or a part of 1 among equals. */
    static double success(Item item, double[] scores) {
        double highest = Arrays.stream(scores).max().orElseThrow();
        long tied = Arrays.stream(scores).filter(score -> score == highest).count();
        int right = item.right().iterator().next();
        return scores[right] == highest ? 1.0 / tied : 0;
    }
}
