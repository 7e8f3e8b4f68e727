package org.meshquiz.bank.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether the file's order of the options gives the answer away to tools that do not shuffle. */
final class KeyPosition {
    private static final double MARGIN = 0.07;
    private static final int MOST_OPTIONS = 10;

    private KeyPosition() {}

    /** How often the place that is right most often, beyond chance, is right. */
    static Optional<Measure> picked(List<Item> items) {
        List<Item> singles = items.stream().filter(Item::isSingle).toList();
        return IntStream.range(0, MOST_OPTIONS)
                .mapToObj(place -> picked(singles, place))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(measure -> measure.value() - measure.limit()));
    }

    private static Optional<Measure> picked(List<Item> singles, int place) {
        List<Item> longEnough =
                singles.stream().filter(item -> item.options().size() > place).toList();
        if (longEnough.isEmpty()) {
            return Optional.empty();
        }
        Count count = Count.of(longEnough, item -> item.isRight(place) ? 1 : 0);
        return Optional.of(Measure.of(
                "pick place " + (place + 1) + " in the file",
                count,
                Guess.chance(longEnough) + MARGIN,
                "move right options to other places in the files"));
    }
}
