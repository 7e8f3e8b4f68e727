package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes texts of notes apart: sentences, names with their glosses, lists of names, code. */
final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[\\p{L}\\p{N})`»\"]{2})[.!?…]\\s++(?=[\\p{Lu}`«\"(])");
    private static final String ENDING_SIGNS = " .;,:";
    private static final Pattern ABBREVIATION = Pattern.compile("(?<!\\p{L})(?:т\\. ?д|т\\. ?п|др|пр|etc)$");
    private static final Pattern GLOSS = Pattern.compile("\\s*+\\(([^()]*+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]++)`");
    private static final Pattern LIST_SIGN = Pattern.compile("\\s*+[,;]\\s*+");
    private static final int SHORTEST = 15;
    private static final int MOST_WORDS_OF_NAME = 4;

    private Sentences() {}

    /** The first sentence, without its full stop. */
    static String first(String text) {
        Matcher end = END.matcher(text);
        while (end.find()) {
            if (end.start() >= SHORTEST) {
                return bare(text.substring(0, end.start()));
            }
        }
        return bare(text);
    }

    /** A text without the signs that end it; an abbreviation keeps its own. */
    static String bare(String text) {
        int end = text.length();
        while (end > 0 && ENDING_SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String bare = text.substring(0, end);
        boolean abbreviated = end < text.length()
                && text.charAt(end) == '.'
                && ABBREVIATION.matcher(bare).find();
        return (abbreviated ? bare + "." : bare).strip();
    }

    /** A name without what stands in brackets behind it. */
    static String name(String text) {
        String name = GLOSS.matcher(text).replaceAll("").strip();
        return bare(name.isEmpty() ? text : name);
    }

    /** What stands in brackets behind a name: its other names. */
    static List<String> glosses(String text) {
        return GLOSS.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The code in a text, in order. */
    static List<String> code(String text) {
        return CODE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Whether a text only lists names, and so says nothing of the thing: {@code OpenLDAP, 389 Directory Server}. */
    static boolean isList(String text) {
        List<String> parts = new ArrayList<>(LIST_SIGN.splitAsStream(bare(text)).toList());
        if (parts.size() < 2) {
            return false;
        }
        return parts.stream().allMatch(Sentences::isProperName);
    }

    private static boolean isProperName(String part) {
        List<String> words = Words.WORD
                .matcher(part)
                .results()
                .map(found -> found.group())
                .filter(word -> !Words.isEmpty(word))
                .toList();
        boolean named = part.contains("`") || words.stream().anyMatch(word -> !Character.isLowerCase(word.charAt(0)));
        boolean latin = words.stream().noneMatch(Words::isCyrillic);
        return latin && (words.isEmpty() || (named && words.size() <= MOST_WORDS_OF_NAME) || words.size() == 1);
    }
}
