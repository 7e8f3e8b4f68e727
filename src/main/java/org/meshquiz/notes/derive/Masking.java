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
    static final int SHORTEST = 3;
    private static final int LONGEST_ENDING = 3;

    private final List<Hidden> hidden = new ArrayList<>();
    private final List<String> spared;

    /** A word to hide: as it stands, and without its ending. */
    private record Hidden(String word, String stem) {
        static Hidden of(String word) {
            return new Hidden(word, Words.stem(word));
        }

        boolean isIn(Hidden text) {
            if (Words.isCyrillic(word) == Words.isCyrillic(text.word)) {
                return Words.related(stem, text.stem);
            }
            String own = sound(word);
            String heard = sound(text.word);
            return own.length() >= SHORTEST && heard.startsWith(own) && heard.length() - own.length() <= LONGEST_ENDING;
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

    /** What is left of a name without its vowels, in Latin letters as it sounds. */
    static String consonants(String name) {
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
        String latin = Slug.latin(word).replace("ck", "k").replace("ph", "f").replace("th", "t");
        StringBuilder sound = new StringBuilder();
        for (int index = 0; index < latin.length(); index++) {
            char next = index + 1 < latin.length() ? latin.charAt(index + 1) : ' ';
            String heard = sound(latin.charAt(index), next);
            if (sound.length() == 0 || !heard.equals(String.valueOf(sound.charAt(sound.length() - 1)))) {
                sound.append(heard);
            }
        }
        return sound.toString();
    }

    private static String sound(char letter, char next) {
        return switch (letter) {
            case 'c' -> "eiy".indexOf(next) >= 0 ? "s" : "k";
            case 'y', 'j' -> "i";
            case 'w' -> "v";
            case 'x' -> "ks";
            default -> String.valueOf(letter);
        };
    }
}
