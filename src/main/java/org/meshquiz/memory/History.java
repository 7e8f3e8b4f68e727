package org.meshquiz.memory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** All answers of one person to one question, oldest first. Immutable. */
public final class History {
    private final List<Review> reviews;
    private final int[] elapsedDays;

    /**
     * @param reviews in any order
     * @param zone where the person lives, which decides what a day is
     */
    public History(List<Review> reviews, ZoneId zone) {
        this.reviews = reviews.stream().sorted(Comparator.comparing(Review::at)).toList();
        elapsedDays = new int[reviews.size()];
        for (int i = 1; i < elapsedDays.length; i++) {
            elapsedDays[i] = StudyDay.between(at(i - 1), at(i), zone);
        }
    }

    private History(List<Review> reviews, int[] elapsedDays) {
        this.reviews = reviews;
        this.elapsedDays = elapsedDays;
    }

    int size() {
        return reviews.size();
    }

    Instant at(int review) {
        return reviews.get(review).at();
    }

    ChatAnswer answer(int review) {
        return reviews.get(review).answer();
    }

    /** Whole days since the review before; 0 for the first one. */
    int elapsedDays(int review) {
        return elapsedDays[review];
    }

    /** Whether a review tells of long-term memory: at least a day lies before it. */
    boolean isLongTerm(int review) {
        return elapsedDays[review] > 0;
    }

    /** The moments of all long-term reviews of these histories, oldest first. */
    static List<Instant> longTerm(List<History> histories) {
        List<Instant> moments = new ArrayList<>();
        for (History history : histories) {
            for (int i = 0; i < history.size(); i++) {
                if (history.isLongTerm(i)) {
                    moments.add(history.at(i));
                }
            }
        }
        Collections.sort(moments);
        return moments;
    }

    /** What was there before a moment. */
    History before(Instant moment) {
        List<Review> older = reviews.stream()
                .takeWhile(review -> review.at().isBefore(moment))
                .toList();
        return new History(older, elapsedDays);
    }

    /** The state after each review. */
    List<MemoryState> states(ChatMemory memory) {
        List<MemoryState> states = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            states.add(i == 0 ? memory.first(answer(i)) : memory.next(states.get(i - 1), elapsedDays[i], answer(i)));
        }
        return states;
    }
}
