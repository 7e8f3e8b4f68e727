package org.meshquiz.bank.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts as words. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]++(?:[-.:/][\\p{L}\\p{N}_]++)*+");
    private static final Pattern CODE = Pattern.compile("`[^`]*+`");

    private Words() {}

    /** The words in small letters, in order; a name with inner dots, colons, slashes or hyphens is one word. */
    static List<String> of(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The distinct words. */
    static Set<String> set(String text) {
        return new HashSet<>(of(text));
    }

    /** The text without what stands in backticks. */
    static String prose(String text) {
        return CODE.matcher(text).replaceAll(" ");
    }

    /** What stands in backticks, each piece once. */
    static Set<String> code(String text) {
        Set<String> pieces = new HashSet<>();
        CODE.matcher(text).results().map(MatchResult::group).forEach(pieces::add);
        return pieces;
    }

    /** The words that two sets have in common as a part of all their words, in [0, 1]; 0 for two empty sets. */
    static double jaccard(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }
}
