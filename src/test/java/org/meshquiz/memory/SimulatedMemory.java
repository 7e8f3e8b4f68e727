package org.meshquiz.memory;

import java.util.random.RandomGenerator;

/** One person's true memory of one question. It follows the model, moved by what was really known at each review. */
final class SimulatedMemory {
    private final Fsrs truth;
    private final RandomGenerator random;
    private MemoryState state;
    private int reviewedOn;

    private SimulatedMemory(Fsrs truth, RandomGenerator random, MemoryState state, int day) {
        this.truth = truth;
        this.random = random;
        this.state = state;
        this.reviewedOn = day;
    }

    /** A question met for the first time on that day, known before or learned from the solution. */
    static SimulatedMemory met(Fsrs truth, RandomGenerator random, int day, boolean known) {
        return new SimulatedMemory(truth, random, truth.first(rating(known)), day);
    }

    /** The chance of recall on that day. */
    double recall(int day) {
        return truth.retrievability(day - reviewedOn, state.stability());
    }

    /** Tries to recall on that day, sees the solution, and tells whether the question was known. */
    boolean review(int day) {
        boolean known = random.nextDouble() < recall(day);
        state = truth.next(state, day - reviewedOn, rating(known));
        reviewedOn = day;
        return known;
    }

    private static Rating rating(boolean known) {
        return known ? Rating.GOOD : Rating.AGAIN;
    }
}
