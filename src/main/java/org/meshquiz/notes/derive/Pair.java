package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Localized;

/**
 * A unit in the languages that have it; at least one.
 *
 * @param en the English unit, or null
 * @param ru the Russian unit, or null
 */
record Pair<U>(@Nullable U en, @Nullable U ru) {

    /** The unit that stands for both where one is needed. */
    U first() {
        return en == null ? Objects.requireNonNull(ru) : en;
    }

    /** A text of the unit, in the languages there are. */
    Localized text(Function<U, String> text) {
        return new Localized(en == null ? null : text.apply(en), ru == null ? null : text.apply(ru));
    }

    /** The unit in those languages in which it is of use; empty where it is in none. */
    Optional<Pair<U>> where(Predicate<U> useful) {
        U english = en != null && useful.test(en) ? en : null;
        U russian = ru != null && useful.test(ru) ? ru : null;
        return english == null && russian == null ? Optional.empty() : Optional.of(new Pair<>(english, russian));
    }

    /**
     * Puts units side by side. Two lists of one length are taken in order, unless a key shows that they are not in the same
     * one; of other lists only units with the same key belong together.
     *
     * @param key what is written alike in both languages, such as a name in Latin letters; empty where there is nothing
     */
    static <U> List<Pair<U>> of(List<U> english, List<U> russian, Function<U, String> key) {
        List<Pair<U>> pairs = new ArrayList<>();
        if (english.size() == russian.size() && !contradict(english, russian, key)) {
            for (int index = 0; index < english.size(); index++) {
                pairs.add(new Pair<>(english.get(index), russian.get(index)));
            }
            return pairs;
        }
        Map<String, U> waiting = new HashMap<>();
        russian.forEach(unit -> waiting.putIfAbsent(key.apply(unit), unit));
        waiting.remove("");
        List<U> single = new ArrayList<>(russian);
        for (U unit : english) {
            U same = waiting.remove(key.apply(unit));
            pairs.add(new Pair<>(unit, same));
            single.removeIf(other -> other == same);
        }
        single.forEach(unit -> pairs.add(new Pair<>(null, unit)));
        return pairs;
    }

    private static <U> boolean contradict(List<U> english, List<U> russian, Function<U, String> key) {
        List<String> first = english.stream().map(key).toList();
        List<String> second = russian.stream().map(key).toList();
        for (int index = 0; index < first.size(); index++) {
            String own = first.get(index);
            if (!own.isEmpty() && !own.equals(second.get(index)) && second.contains(own)) {
                return true;
            }
        }
        return false;
    }
}
