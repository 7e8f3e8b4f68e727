package org.meshquiz.notes.derive;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The part of a question id that names a unit: small Latin letters and digits joined by hyphens. */
final class Slug {
    private static final int LONGEST = 44;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}++");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]++");
    private static final Pattern ENDS = Pattern.compile("^-|-$");
    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "j"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "h"),
            Map.entry('ц', "c"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "sch"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "yu"),
            Map.entry('я', "ya"));

    private Slug() {}

    /** Names a text; a long one is cut and a number of its whole put behind, so that two of them stay apart. */
    static String of(String text) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            return number(text);
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        String cut = plain.substring(0, LONGEST - 8);
        int word = cut.lastIndexOf('-');
        return (word > 0 ? cut.substring(0, word) : cut) + "-" + number(text);
    }

    /** Cyrillic letters as Latin ones, in small letters; other signs stay. */
    static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        String small = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        for (int index = 0; index < small.length(); index++) {
            char sign = small.charAt(index);
            latin.append(LATIN.getOrDefault(sign, String.valueOf(sign)));
        }
        return latin.toString();
    }

    private static String plain(String text) {
        String bare = ACCENTS.matcher(Normalizer.normalize(latin(text), Normalizer.Form.NFKD))
                .replaceAll("");
        return ENDS.matcher(SIGNS.matcher(bare).replaceAll("-")).replaceAll("");
    }

    /** Four signs at most, from the text alone. */
    private static String number(String text) {
        return Integer.toString(Math.floorMod(Chance.of(text), 36 * 36 * 36 * 36), 36);
    }
}
