package org.meshquiz.notes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes an item apart into the thing and what is said of it: {@code **X** — y}, {@code **X:** y}, {@code X - y},
 * {@code X: y}, {@code X (y)}.
 *
 * @param name the thing
 * @param meaning what is said of it; empty where the item only names the thing
 */
record Heads(Runs name, Runs meaning) {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*+(?:[—–:]|->|→|-(?=\\s))+\\s*+");
    private static final Pattern GLOSS = Pattern.compile("\\s*+\\([^()\\n]{1,80}+\\)(?=\\s*+(?:[—–:]|-\\s|$))");
    private static final Pattern PLAIN_SEPARATOR = Pattern.compile("\\s++(?:[—–→-]|->)\\s++|:\\s++");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("([^()\\n]++)\\(([^()]*+(?:\\([^()]*+\\)[^()]*+)*+)\\)[\\s.;,]*+");
    private static final Pattern EXAMPLE = Pattern.compile("(?iu)^(?:например|напр|e\\.g|for example|и др|см)\\b.*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 6;

    /** The two halves, where there are two. */
    static Optional<Heads> of(Runs item) {
        return separated(item).or(() -> inBrackets(item));
    }

    /** The two halves where a sign stands between them, and not only brackets around the second. */
    static Optional<Heads> separated(Runs item) {
        return afterLead(item).or(() -> plain(item));
    }

    /** The two halves where the thing is marked: bold, code or a link. */
    static Optional<Heads> afterLead(Runs item) {
        String text = item.text();
        int end = item.leadEnd();
        if (end == 0 || end > 2 * LONGEST_NAME) {
            return Optional.empty();
        }
        Matcher gloss = GLOSS.matcher(text).region(end, text.length());
        int nameEnd = gloss.lookingAt() ? gloss.end() : end;
        boolean bold = item.parts().stream().anyMatch(Runs.Run::bold);
        Matcher separator = SEPARATOR.matcher(text).region(nameEnd, text.length());
        boolean separated = separator.lookingAt()
                || text.substring(0, nameEnd).stripTrailing().endsWith(":");
        if (!separated && !(bold && !text.substring(nameEnd).isBlank())) {
            return Optional.empty();
        }
        int meaning = separator.lookingAt() ? separator.end() : nameEnd;
        return Optional.of(new Heads(named(item, nameEnd), item.from(meaning)));
    }

    private static Optional<Heads> plain(Runs item) {
        String text = item.text();
        Matcher separator = PLAIN_SEPARATOR.matcher(text);
        if (separator.find() && isName(text.substring(0, separator.start()))) {
            return Optional.of(new Heads(item.part(0, separator.start()), item.from(separator.end())));
        }
        return Optional.empty();
    }

    private static Optional<Heads> inBrackets(Runs item) {
        Matcher brackets = IN_BRACKETS.matcher(item.text());
        boolean glossed = brackets.matches()
                && isName(brackets.group(1))
                && !EXAMPLE.matcher(brackets.group(2)).matches();
        return glossed
                ? Optional.of(new Heads(item.part(0, brackets.end(1)), item.part(brackets.start(2), brackets.end(2))))
                : Optional.empty();
    }

    /** Whether a text may be the name of a thing and not a sentence. */
    static boolean isName(String text) {
        String name = text.strip();
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.split("\\s+").length <= MOST_WORDS
                && !SENTENCE_END.matcher(name).find();
    }

    private static Runs named(Runs item, int end) {
        String name = item.text().substring(0, end);
        int start = 0;
        while (start < name.length() && !isNameStart(name.charAt(start))) {
            start++;
        }
        int last = end;
        while (last > start && (name.charAt(last - 1) == ':' || Character.isWhitespace(name.charAt(last - 1)))) {
            last--;
        }
        return item.part(start, last);
    }

    private static boolean isNameStart(char sign) {
        return Character.isLetterOrDigit(sign) || "`(.$-_/<{[\"«".indexOf(sign) >= 0;
    }
}
