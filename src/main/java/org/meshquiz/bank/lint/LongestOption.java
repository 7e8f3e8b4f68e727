package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether the length of the options gives the answer away, in two figures. */
final class LongestOption {
    private static final double MARGIN = 0.07;
    private static final double MUCH_LONGER = 1.5;
    private static final double MOST_MUCH_LONGER = 0.08;

    private LongestOption() {}

    /** How often the longest option is right. */
    static Optional<Measure> picked(List<Item> items) {
        List<Item> singles = items.stream().filter(Item::isSingle).toList();
        if (singles.isEmpty()) {
            return Optional.empty();
        }
        Count count = Guess.byHighest(
                singles,
                item -> item.options().stream()
                        .mapToDouble(LongestOption::length)
                        .toArray());
        return Optional.of(Measure.of(
                "pick the longest",
                count,
                Guess.chance(singles) + MARGIN,
                "make wrong options as specific and as long as right ones"));
    }

    /** How often the right option is more than half as long again as the wrong ones on average. */
    static Optional<Measure> stickingOut(List<Item> items) {
        List<Item> singles = items.stream().filter(Item::isSingle).toList();
        if (singles.isEmpty()) {
            return Optional.empty();
        }
        Count count = Count.of(singles, item -> sticksOut(item) ? 1 : 0);
        return Optional.of(Measure.of(
                "right option over 1.5 times the wrong ones",
                count,
                MOST_MUCH_LONGER,
                "shorten the right option or lengthen the wrong ones"));
    }

    private static boolean sticksOut(Item item) {
        List<String> options = item.options();
        int right = item.right().iterator().next();
        double wrong = IntStream.range(0, options.size())
                .filter(option -> option != right)
                .map(option -> length(options.get(option)))
                .average()
                .orElseThrow();
        return length(options.get(right)) > MUCH_LONGER * wrong;
    }

    private static int length(String option) {
        return Cues.visible(option).length();
    }
}
