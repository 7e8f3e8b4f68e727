package org.meshquiz.memory;

/**
 * An answer given in chat, seen as evidence of memory.
 *
 * @param correct whether it was right
 * @param guessing the chance of a right answer without knowledge, from 0 (typed) to below 1; 1/k with k single-choice
 *     options
 * @param confidence what the person said about it
 */
public record ChatAnswer(boolean correct, double guessing, Confidence confidence) {
    public ChatAnswer {
        if (!(guessing >= 0 && guessing < 1)) {
            throw new IllegalArgumentException("a guessing chance of " + guessing
                    + " is not from 0 to below 1; give 1/k for k options, 0 for a typed answer");
        }
    }

    /** What the person said about their answer, if anything. */
    public enum Confidence {
        /** Nothing. */
        PLAIN,
        /** It was a guess. */
        GUESSED,
        /** It was easy. */
        EASY
    }

    /** Whether memory did not show: the answer is wrong, or right by a guess that was owned up to. */
    boolean isLapse() {
        return !correct || confidence == Confidence.GUESSED;
    }

    /** Whether it is right and nothing was said of it, so that knowledge and luck both explain it. */
    boolean isPlainlyRight() {
        return correct && confidence == Confidence.PLAIN;
    }
}
