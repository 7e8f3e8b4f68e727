package org.meshquiz.ability;

/**
 * One marked answer.
 *
 * @param correct whether it was right
 * @param recall the chance, 0 to 1, that the person still remembered this question from earlier meetings, as the
 *     scheduler predicted it; 0 at the first meeting
 */
public record Observation(boolean correct, double recall) {
    public Observation {
        if (!(recall >= 0 && recall <= 1)) {
            throw new IllegalArgumentException("Recall is a chance from 0 to 1, not " + recall);
        }
    }

    /** An answer to a question that the person had not seen before. */
    public static Observation first(boolean correct) {
        return new Observation(correct, 0);
    }
}
