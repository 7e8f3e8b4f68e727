package org.meshquiz.notes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that mean the same thing. A word that ends in {@code *} stands for everything that begins so.
 *
 * @param <T> what the words mean
 */
final class Synonyms<T> {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final Pattern NUMBERING = Pattern.compile("^(?:(?:\\d{1,2}|[ivx]{1,4}) )+");
    /** No heading of the template is nearly as long; longer ones are not compared. */
    private static final int LONGEST = 120;

    private static final int SHORTEST_FORGIVEN = 8;
    private static final int SLIPS = 2;

    private final Map<String, T> whole = new HashMap<>();
    private final Map<String, T> beginnings = new LinkedHashMap<>();

    /** Adds a word; one that is known already takes its new meaning. */
    void add(String word, T meaning) {
        String plain = plain(word);
        if (!plain.isEmpty()) {
            (word.strip().endsWith("*") ? beginnings : whole).put(plain, meaning);
        }
    }

    /** The meaning of a text: word by word, else by its beginning, else with small slips of the keyboard. */
    Optional<T> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(text);
        return exactly(plain)
                .or(() -> Optional.ofNullable(byBeginning(plain)))
                .or(() -> Optional.ofNullable(withSlips(plain)));
    }

    /** The meaning of a text that is one of the words without a star. */
    Optional<T> exactly(String text) {
        return Optional.ofNullable(whole.get(plain(text)));
    }

    /** The meaning of a text that is one of the words and no more, in whatever ending: {@code Решения:}. */
    Optional<T> label(String text) {
        String plain = text.length() > LONGEST ? "" : plain(text);
        for (Map.Entry<String, T> entry : beginnings.entrySet()) {
            boolean ending = plain.startsWith(entry.getKey())
                    && plain.indexOf(' ', entry.getKey().length()) < 0;
            if (ending) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.ofNullable(whole.get(plain));
    }

    /** Small letters, digits and single blanks; numbering in front is dropped. */
    static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        String words = SIGNS.matcher(small).replaceAll(" ").strip();
        return NUMBERING.matcher(words).replaceFirst("");
    }

    private @Nullable T byBeginning(String plain) {
        int longest = 0;
        T found = null;
        for (Map.Entry<String, T> entry : beginnings.entrySet()) {
            if (entry.getKey().length() > longest && plain.startsWith(entry.getKey())) {
                longest = entry.getKey().length();
                found = entry.getValue();
            }
        }
        return found;
    }

    private @Nullable T withSlips(String plain) {
        if (plain.length() < SHORTEST_FORGIVEN) {
            return null;
        }
        int fewest = SLIPS + 1;
        T found = null;
        for (Map<String, T> words : List.of(whole, beginnings)) {
            for (Map.Entry<String, T> entry : words.entrySet()) {
                int slips = Slips.between(plain, entry.getKey(), fewest);
                if (slips < fewest) {
                    fewest = slips;
                    found = entry.getValue();
                }
            }
        }
        return found;
    }
}
