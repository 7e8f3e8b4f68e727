package org.meshquiz.quiz;

import com.ibm.icu.text.Transliterator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds what somebody may have meant. Words in Cyrillic are also read as the Latin word they sound like. */
final class Nearest {
    private static final double CLOSE = 0.72;
    private static final int LONGEST = 60;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Nearest() {}

    /** The candidates whose names resemble the words, closest first. */
    static <T> List<T> to(String words, Collection<T> candidates, Function<T, Collection<String>> names, int atMost) {
        String asked = plain(words);
        record Scored<T>(T candidate, double score) {}
        return candidates.stream()
                .map(candidate -> new Scored<>(candidate, score(asked, names.apply(candidate))))
                .filter(scored -> scored.score() >= CLOSE)
                .sorted(Comparator.comparingDouble((Scored<T> scored) -> -scored.score()))
                .limit(atMost)
                .map(Scored::candidate)
                .toList();
    }

    /** The form in which names are compared: small letters, Cyrillic as it sounds. */
    static String plain(String words) {
        String small = words.toLowerCase(Locale.ROOT).strip();
        String cut = small.length() > LONGEST ? small.substring(0, LONGEST) : small;
        boolean latin = cut.chars().allMatch(letter -> letter < 128);
        return latin ? cut : Sounds.LATIN.transliterate(cut).toLowerCase(Locale.ROOT);
    }

    private static double score(String asked, Collection<String> names) {
        return names.stream()
                .mapToDouble(name -> SIMILARITY.apply(asked, plain(name)))
                .max()
                .orElse(0);
    }

    /** Loaded when the first Cyrillic word comes: it takes a while. */
    private static final class Sounds {
        private static final Transliterator LATIN = Transliterator.getInstance("Russian-Latin/BGN; Latin-ASCII");
    }
}
