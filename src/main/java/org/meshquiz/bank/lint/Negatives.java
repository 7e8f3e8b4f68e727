package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meshquiz.question.Question;

/** Questions that ask for what is not so: seldom, and with the NOT in capitals, or people read past it. */
final class Negatives {
    private static final double MOST = 0.05;

    private static final Pattern IN_CAPITALS =
            Pattern.compile("\\b(?:NOT|EXCEPT|НЕ|КРОМЕ)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ENGLISH = Pattern.compile(
            "\\bwhich(?: one)?(?: of (?:these|the following|them))?(?: \\w+)?"
                    + " (?:is|are|does|do|did|can|will|would|should|must|may)(?:n't| not)\\b"
                    + "|\\bwhich of (?:these|the following|them)\\b[^.?]*(?<!\\band )\\b(?:not|never|cannot)\\b"
                    + "|\\ball (?:of (?:these|the following) )?except\\b|\\bwhich[^.?]*\\b(?:incorrect|untrue|false)\\b");
    private static final Pattern RUSSIAN = Pattern.compile(
            "\\b(?:что|как(?:ой|ая|ое|ие)|кто) из (?:этих|них|этого|перечисленн\\w*|следующ\\w*)[^.?]*(?<!\\bа )\\bне\\b"
                    + "|\\bвс[её] (?:из )?(?:перечисленн\\w*|этого)?,? кроме\\b"
                    + "|\\bкак(?:ой|ая|ое|ие)[^.?]*\\b(?:неверн\\w*|ложн\\w*)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Negatives() {}

    /** Negative questions without capitals. */
    static Stream<Complaint> complaints(Question question) {
        return question.prompt().ask().languages().stream()
                .map(language -> new Item(question, language))
                .filter(item -> isNegative(item) && !isLoud(item))
                .map(item -> new Complaint(
                        question.id(),
                        "is negative (" + item.language().getLanguage() + ") and says so quietly",
                        item.isRussian() ? "write НЕ or КРОМЕ in capitals" : "write NOT or EXCEPT in capitals"));
    }

    /** How many questions are negative. */
    static Optional<Measure> share(List<Item> items) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Count count = Count.of(items, item -> isNegative(item) ? 1 : 0);
        return Optional.of(Measure.of("negative questions", count, MOST, "ask for what is so"));
    }

    private static boolean isLoud(Item item) {
        return IN_CAPITALS.matcher(Words.prose(item.ask())).find();
    }

    private static boolean isNegative(Item item) {
        String ask = Words.prose(item.ask()).toLowerCase(Locale.ROOT);
        return isLoud(item)
                || (item.isRussian() ? RUSSIAN : ENGLISH).matcher(ask).find();
    }
}
