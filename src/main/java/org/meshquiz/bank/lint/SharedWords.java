package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the right option is the one that repeats the question's words. */
final class SharedWords {
    private static final double MARGIN = 0.05;

    /** Shorter words join sentences and say nothing. */
    private static final int SHORTEST = 4;

    private SharedWords() {}

    static Optional<Measure> picked(List<Item> items) {
        List<Item> singles = items.stream().filter(Item::isSingle).toList();
        if (singles.isEmpty()) {
            return Optional.empty();
        }
        Count count = Guess.byHighest(singles, SharedWords::shared);
        return Optional.of(Measure.of(
                "pick what repeats the question",
                count,
                Guess.chance(singles) + MARGIN,
                "spread the question's words over wrong options as well"));
    }

    private static double[] shared(Item item) {
        Set<String> asked = longWords(item.ask());
        return item.options().stream()
                .mapToDouble(option ->
                        longWords(option).stream().filter(asked::contains).count())
                .toArray();
    }

    private static Set<String> longWords(String text) {
        return Words.of(text).stream().filter(word -> word.length() >= SHORTEST).collect(Collectors.toSet());
    }
}
