package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a gap where a text names what a question asks for, in whatever ending and in either alphabet. */
final class Masking {
    /** The gap. */
    static final String GAP = "___";

    private static final Pattern GAPS =
            Pattern.compile(Pattern.quote(GAP) + "(?:[\\s/'’-]*+" + Pattern.quote(GAP) + ")++");
    private static final Pattern VOWELS = Pattern.compile("[^a-z0-9]|[aeiou]");
    private static final int SHORTEST = 3;
    private static final int LONGEST_ENDING = 3;

    private final List<Hidden> hidden = new ArrayList<>();
    private final List<String> spared;

    /** A word to hide: without its ending, as it sounds, and in which alphabet it is. */
    private record Hidden(String stem, String sound, boolean cyrillic) {
        static Hidden of(String word) {
            return new Hidden(Words.stem(word), Masking.sound(word), Words.isCyrillic(word));
        }

        boolean isIn(Hidden text) {
            if (cyrillic == text.cyrillic) {
                return Words.related(stem, text.stem);
            }
            return sound.length() >= SHORTEST
                    && text.sound.startsWith(sound)
                    && text.sound.length() - sound.length() <= LONGEST_ENDING;
        }
    }

    /**
     * @param names what is to be hidden
     * @param kept words that stay although a name has them, such as the skill's own name
     */
    Masking(List<String> names, List<String> kept) {
        spared = kept.stream()
                .flatMap(name -> words(name).stream())
                .map(Words::stem)
                .toList();
        for (String name : names) {
            for (String word : words(name)) {
                Hidden hide = Hidden.of(word);
                if (!Words.isEmpty(word) && !spared.contains(hide.stem())) {
                    hidden.add(hide);
                }
            }
        }
    }

    /** The text with gaps; words of code too, as a command often begins with its tool's name. */
    String hide(String text) {
        Matcher words = Words.WORD.matcher(text);
        String gapped = words.replaceAll(word -> hides(word.group()) ? GAP : Matcher.quoteReplacement(word.group()));
        return GAPS.matcher(gapped).replaceAll(GAP);
    }

    /** Whether two names in different alphabets sound the same: {@code Дашборды}, {@code Dashboards}. */
    static boolean soundAlike(String a, String b) {
        if (Words.isCyrillic(a) == Words.isCyrillic(b)) {
            return false;
        }
        String first = consonants(a);
        String second = consonants(b);
        int shorter = Math.min(first.length(), second.length());
        return shorter >= SHORTEST && (first.startsWith(second) || second.startsWith(first));
    }

    private static String consonants(String name) {
        return VOWELS.matcher(sound(name)).replaceAll("");
    }

    private boolean hides(String word) {
        Hidden text = Hidden.of(word);
        if (Words.isEmpty(word) || spared.contains(text.stem())) {
            return false;
        }
        return hidden.stream().anyMatch(name -> name.isIn(text));
    }

    private static List<String> words(String name) {
        return Words.WORD.matcher(name).results().map(found -> found.group()).toList();
    }

    /** A word as it sounds, so that {@code докера} is found for {@code Docker}. */
    static String sound(String word) {
        String latin = Slug.latin(word);
        return latin.replace("ck", "k")
                .replace("ph", "f")
                .replace("th", "t")
                .replaceAll("c(?=[eiy])", "s")
                .replace('c', 'k')
                .replace('y', 'i')
                .replace('j', 'i')
                .replace('w', 'v')
                .replace("x", "ks")
                .replaceAll("(.)\\1+", "$1");
    }
}
