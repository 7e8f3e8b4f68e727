package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Words that leave no exception; people learn that options with them are wrong. */
final class Absolutes {
    private static final double MOST_APART = 0.03;
    private static final Pattern ENGLISH = Pattern.compile("\\b(?:always|never|only|all|any|every|everything|none"
            + "|nothing|nobody|must|cannot|impossible|entirely|completely|solely|exclusively)\\b");
    private static final Pattern RUSSIAN = Pattern.compile(
            "\\b(?:всегда|никогда|только|лишь|все|всё|всех|всем|всеми|люб(?:ой|ая|ое|ые|ого|ому|ым|ом|ых|ыми|ую)"
                    + "|кажд(?:ый|ая|ое|ые|ого|ому|ым|ом|ых|ыми|ую)|ничего|никто|невозможно|нельзя|обязательно"
                    + "|обязан[аоы]?|исключительно|полностью|ни один|ни одна|ни одного)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Absolutes() {}

    /** How far the shares of right and of wrong options with such a word lie apart. */
    static Optional<Measure> apart(List<Item> items) {
        Count right = count(items, true);
        Count wrong = count(items, false);
        if (right.trials() == 0 || wrong.trials() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Measure(
                "absolute words, right against wrong options",
                Math.abs(right.share() - wrong.share()),
                Interval.apart(right, wrong),
                MOST_APART,
                "take 'always', 'never', 'only' out, or use them on both sides"));
    }

    /** How many such words a text has. */
    static long in(String text, boolean russian) {
        return (russian ? RUSSIAN : ENGLISH)
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .count();
    }

    private static Count count(List<Item> items, boolean right) {
        List<Boolean> found = items.stream()
                .flatMap(item -> IntStream.range(0, item.options().size())
                        .filter(option -> item.isRight(option) == right)
                        .mapToObj(option -> in(item.options().get(option), item.isRussian()) > 0))
                .toList();
        return Count.of(found, present -> present ? 1 : 0);
    }
}
