package org.meshquiz.memory;

import java.time.Duration;
import java.util.List;

/**
 * Decides how long to wait until a question comes back: minutes while it is learned or relearned, days after that. Its
 * steps follow py-fsrs 6.3, without fuzz. Immutable.
 */
public final class Scheduler {
    private final Fsrs fsrs;
    private final double retention;
    private final int maximum;
    private final Steps steps;

    /**
     * @param retention wished chance of recall when a question comes back, between 0 and 1
     * @param maximum the longest wait in days, at least 1
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Scheduler(Fsrs fsrs, double retention, int maximum, Steps steps) {
        if (!(retention > 0 && retention < 1)) {
            throw new IllegalArgumentException(
                    "a wished retention of " + retention + " is not between 0 and 1; 0.9 is usual");
        }
        if (maximum < 1) {
            throw new IllegalArgumentException("a longest interval of " + maximum + " days is not at least 1");
        }
        this.fsrs = fsrs;
        this.retention = retention;
        this.maximum = maximum;
        this.steps = steps;
    }

    /** The first review of a question. */
    public Scheduled first(Rating rating) {
        return inSteps(new Card(Phase.LEARNING, 0, fsrs.first(rating)), steps.learning(), rating);
    }

    /**
     * Another review.
     *
     * @param card as the review before left it
     * @param elapsedDays whole days since then; a negative number counts as 0
     */
    public Scheduled next(Card card, int elapsedDays, Rating rating) {
        Card moved = new Card(card.phase(), card.step(), fsrs.next(card.memory(), elapsedDays, rating));
        return switch (card.phase()) {
            case LEARNING -> inSteps(moved, steps.learning(), rating);
            case RELEARNING -> inSteps(moved, steps.relearning(), rating);
            case REVIEW -> inReview(moved, rating);
        };
    }

    private Scheduled inReview(Card card, Rating rating) {
        if (rating == Rating.AGAIN && !steps.relearning().isEmpty()) {
            return atStep(Phase.RELEARNING, 0, card.memory(), steps.relearning());
        }
        return graduated(card.memory());
    }

    private Scheduled inSteps(Card card, List<Duration> waits, Rating rating) {
        // A card may stand beyond the last step if the list was longer when it got there.
        boolean beyond = card.step() >= waits.size();
        if (waits.isEmpty() || (beyond && rating != Rating.AGAIN)) {
            return graduated(card.memory());
        }
        return switch (rating) {
            case AGAIN -> atStep(card.phase(), 0, card.memory(), waits);
            case HARD -> new Scheduled(card, hardWait(card.step(), waits));
            case GOOD ->
                card.step() + 1 == waits.size()
                        ? graduated(card.memory())
                        : atStep(card.phase(), card.step() + 1, card.memory(), waits);
            case EASY -> graduated(card.memory());
        };
    }

    /** Hard stays where it is; on the first step it waits longer than Again would. */
    private static Duration hardWait(int step, List<Duration> waits) {
        if (step > 0) {
            return waits.get(step);
        }
        return waits.size() == 1
                ? waits.get(0).multipliedBy(3).dividedBy(2)
                : waits.get(0).plus(waits.get(1)).dividedBy(2);
    }

    private static Scheduled atStep(Phase phase, int step, MemoryState memory, List<Duration> waits) {
        return new Scheduled(new Card(phase, step, memory), waits.get(step));
    }

    private Scheduled graduated(MemoryState memory) {
        int days = fsrs.interval(memory.stability(), retention, maximum);
        return new Scheduled(new Card(Phase.REVIEW, 0, memory), Duration.ofDays(days));
    }

    /**
     * A card and its return.
     *
     * @param card after the review
     * @param due from the review until the card is due
     */
    public record Scheduled(Card card, Duration due) {}
}
