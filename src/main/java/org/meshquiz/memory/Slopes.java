package org.meshquiz.memory;

/**
 * Derivatives of the formulas of {@link Fsrs} in closed form, summed backwards: each method takes the slope of the loss
 * by what its formula gives, and adds the slopes by what the formula was made from. Letters are those of {@link Fsrs}.
 */
final class Slopes {
    private final double[] w;
    private final Fsrs fsrs;
    private final double factor;
    private final double factorSlope;

    /** Slopes of the loss by the weights w0 to w20, over all that was added. */
    final double[] weights = new double[Parameters.COUNT];
    /** Slopes of the loss by the state before the review and by the recall at it; each review begins them anew. */
    double stability;

    double difficulty;
    double recall;

    Slopes(Parameters parameters, Fsrs fsrs) {
        this.w = parameters.toArray();
        this.fsrs = fsrs;
        double root = Math.pow(0.9, -1 / w[20]);
        factor = root - 1;
        factorSlope = root * Math.log(0.9) / (w[20] * w[20]);
    }

    /** Forgets the slopes of a review, keeps those by the weights. */
    void nextReview() {
        stability = 0;
        difficulty = 0;
        recall = 0;
    }

    /** S0(G) = w[G-1]. */
    void firstStability(Rating rating, double slope) {
        weights[rating.grade() - 1] += slope;
    }

    /** D0(G). */
    void firstDifficulty(double grade, double slope) {
        if (isInside(fsrs.firstDifficulty(grade))) {
            firstDifficultyUnclamped(grade, slope);
        }
    }

    private void firstDifficultyUnclamped(double grade, double slope) {
        weights[4] += slope;
        weights[5] -= slope * (grade - 1) * Math.exp(w[5] * (grade - 1));
    }

    /**
     * D' from the old D and the grade.
     *
     * @return the slope by the grade
     */
    double nextDifficulty(double old, double grade, double slope) {
        if (!isInside(fsrs.nextDifficulty(old, grade))) {
            return 0;
        }
        double kept = slope * (1 - w[7]);
        double room = (10 - old) / 9;
        double damped = old - w[6] * (grade - 3) * room;
        double easy = w[4] - Math.exp(3 * w[5]) + 1;
        weights[6] -= kept * (grade - 3) * room;
        weights[7] += slope * (easy - damped);
        firstDifficultyUnclamped(Rating.EASY.grade(), slope * w[7]);
        difficulty += kept * (1 + w[6] * (grade - 3) / 9);
        return -kept * w[6] * room;
    }

    /** S' after recall, with the rating Good or Easy. */
    void afterRecall(MemoryState before, double r, boolean easy, double slope) {
        double s = before.stability();
        double effort = easy ? w[16] : 1;
        double scale = s * Math.exp(w[8]) * (11 - before.difficulty()) * Math.pow(s, -w[9]) * effort;
        double gain = Math.exp(w[10] * (1 - r));
        double grown = scale * (gain - 1);
        if (s + grown >= MemoryState.MOST_STABILITY) {
            return;
        }
        weights[8] += slope * grown;
        weights[9] -= slope * grown * Math.log(s);
        weights[10] += slope * scale * (1 - r) * gain;
        weights[16] += easy ? slope * grown / w[16] : 0;
        stability += slope * (1 + (1 - w[9]) * grown / s);
        difficulty -= slope * grown / (11 - before.difficulty());
        recall -= slope * scale * w[10] * gain;
    }

    /** S' after a lapse: the smaller of two ways. */
    void afterLapse(MemoryState before, double r, double slope) {
        double s = before.stability();
        double d = before.difficulty();
        double scale = w[11] * Math.pow(d, -w[12]) * Math.exp(w[14] * (1 - r));
        double power = Math.pow(s + 1, w[13]);
        double relearned = scale * (power - 1);
        double capped = s / Math.exp(w[17] * w[18]);
        if (Math.min(relearned, capped) <= MemoryState.LEAST_STABILITY) {
            return;
        }
        if (capped < relearned) {
            weights[17] -= slope * capped * w[18];
            weights[18] -= slope * capped * w[17];
            stability += slope * capped / s;
            return;
        }
        weights[11] += slope * relearned / w[11];
        weights[12] -= slope * relearned * Math.log(d);
        weights[13] += slope * scale * power * Math.log(s + 1);
        weights[14] += slope * relearned * (1 - r);
        stability += slope * scale * w[13] * power / (s + 1);
        difficulty -= slope * relearned * w[12] / d;
        recall -= slope * relearned * w[14];
    }

    /** S' after a lapse on the same day, which never lengthens. */
    void lapseOnTheSameDay(double s, double slope) {
        double increase = Math.exp(w[17] * (w[18] - 2)) * Math.pow(s, -w[19]);
        double shortened = s * increase;
        if (shortened <= MemoryState.LEAST_STABILITY) {
            return;
        }
        if (increase >= 1) {
            stability += slope;
            return;
        }
        weights[17] += slope * shortened * (w[18] - 2);
        weights[18] += slope * shortened * w[17];
        weights[19] -= slope * shortened * Math.log(s);
        stability += slope * (1 - w[19]) * increase;
    }

    /** R(t, S). */
    void retrievability(double days, double s, double slope) {
        double base = 1 + factor * days / s;
        double r = Math.pow(base, -w[20]);
        weights[20] -= slope * r * (Math.log(base) + w[20] * factorSlope * days / s / base);
        stability += slope * r * w[20] * factor * days / (s * s * base);
    }

    private static boolean isInside(double clamped) {
        return clamped > 1 && clamped < 10;
    }
}
