package org.meshquiz.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Places in an order of merit. Who is even shares a place, and the places they take up together are left out after them. */
public final class Ranks {
    private Ranks() {}

    /**
     * Somebody in their place.
     *
     * @param place from 1
     * @param score what the place follows from
     */
    public record Ranked<T>(int place, T who, long score) {}

    /**
     * All in their places, best first.
     *
     * @param score what counts, as it is shown: what looks even is even
     * @param amongEqual the order of those who are even, which says nothing about them
     */
    public static <T> List<Ranked<T>> of(List<T> people, ToLongFunction<T> score, Comparator<T> amongEqual) {
        List<T> sorted = new ArrayList<>(people);
        sorted.sort(Comparator.comparingLong(score).reversed().thenComparing(amongEqual));
        List<Ranked<T>> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            long points = score.applyAsLong(sorted.get(i));
            boolean even = i > 0 && ranked.get(i - 1).score() == points;
            ranked.add(new Ranked<>(even ? ranked.get(i - 1).place() : i + 1, sorted.get(i), points));
        }
        return ranked;
    }
}
