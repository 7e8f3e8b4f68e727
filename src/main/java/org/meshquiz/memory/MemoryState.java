package org.meshquiz.memory;

/**
 * What is known of one person's memory of one question just after a review.
 *
 * @param stability days until the chance of recall has fallen to 0.9, from 0.001 to 36,500
 * @param difficulty how slowly stability grows, from 1 (easy) to 10 (hard)
 */
public record MemoryState(double stability, double difficulty) {
    /** The smallest stability, in days. */
    public static final double LEAST_STABILITY = 0.001;
    /** The largest stability, in days: a hundred years. */
    public static final double MOST_STABILITY = 36_500;

    public MemoryState {
        // Written so that NaN fails too.
        if (!(stability >= LEAST_STABILITY && stability <= MOST_STABILITY)) {
            throw new IllegalArgumentException("a stability of " + stability + " days is outside " + LEAST_STABILITY
                    + " to " + MOST_STABILITY + "; rebuild it from the review log");
        }
        if (!(difficulty >= 1 && difficulty <= 10)) {
            throw new IllegalArgumentException(
                    "a difficulty of " + difficulty + " is outside 1 to 10; rebuild it from the review log");
        }
    }
}
