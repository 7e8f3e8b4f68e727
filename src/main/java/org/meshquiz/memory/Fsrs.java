package org.meshquiz.memory;

/**
 * The memory model FSRS-6: how the chance of recall falls with time, and how stability and difficulty change with each
 * review. Pure arithmetic over one set of {@link Parameters}; immutable.
 *
 * <p>Letters in the comments: S stability in days, D difficulty, R chance of recall at the review, G grade from 1 to 4,
 * w the parameters. The formulas are those of py-fsrs 6.3 and fsrs-rs 6.6.
 */
public final class Fsrs {
    private static final double LEAST_DIFFICULTY = 1;
    private static final double MOST_DIFFICULTY = 10;

    private final double[] w;
    private final double decay;
    private final double factor;
    private final double growth;
    private final double lapseDivisor;
    private final double easyDifficulty;

    public Fsrs(Parameters parameters) {
        w = parameters.toArray();
        decay = -w[20];
        factor = Math.pow(0.9, 1 / decay) - 1;
        growth = Math.exp(w[8]);
        lapseDivisor = Math.exp(w[17] * w[18]);
        // The target that difficulty drifts to is left unclamped, as in the references.
        easyDifficulty = unclampedFirstDifficulty(Rating.EASY.grade());
    }

    /**
     * The chance of recall: R = (1 + factor·t/S)^decay, which is 1 at once and 0.9 after S days.
     *
     * @param elapsedDays days since the last review; a negative number counts as none
     * @param stability in days, more than 0
     * @return in (0, 1]
     * @throws IllegalArgumentException if a number is NaN, or the stability is not above 0
     */
    public double retrievability(double elapsedDays, double stability) {
        if (Double.isNaN(elapsedDays)) {
            throw new IllegalArgumentException("the elapsed days are NaN; give the days since the last review");
        }
        if (!(stability > 0)) {
            throw new IllegalArgumentException("a stability of " + stability + " days is not above 0");
        }
        return Math.pow(1 + factor * Math.max(0, elapsedDays) / stability, decay);
    }

    /**
     * Whole days until recall falls to the wished chance: S/factor·(r^(1/decay) - 1), halves going to the even number.
     *
     * @param stability in days, more than 0
     * @param retention the wished chance of recall, between 0 and 1
     * @param maximum the longest interval allowed, in days, at least 1
     * @return from 1 to {@code maximum}
     * @throws IllegalArgumentException if a number is NaN or outside its range
     */
    public int interval(double stability, double retention, int maximum) {
        if (!(stability > 0)) {
            throw new IllegalArgumentException("a stability of " + stability + " days is not above 0");
        }
        if (!(retention > 0 && retention < 1)) {
            throw new IllegalArgumentException(
                    "a wished retention of " + retention + " is not between 0 and 1; 0.9 is usual");
        }
        if (maximum < 1) {
            throw new IllegalArgumentException("a longest interval of " + maximum + " days is not at least 1");
        }
        double days = stability / factor * (Math.pow(retention, 1 / decay) - 1);
        return (int) Math.min(Math.max(Math.rint(days), 1), maximum);
    }

    /** The state after the first review of a question. */
    public MemoryState first(Rating rating) {
        return new MemoryState(firstStability(rating), firstDifficulty(rating.grade()));
    }

    /**
     * The state after another review.
     *
     * @param state before the review
     * @param elapsedDays whole days since the review before; 0 is the same day, and a negative number counts as 0
     */
    public MemoryState next(MemoryState state, int elapsedDays, Rating rating) {
        double recall = retrievability(elapsedDays, state.stability());
        return new MemoryState(
                nextStability(state, elapsedDays, recall, rating), nextDifficulty(state.difficulty(), rating.grade()));
    }

    /** S0(G) = w[G-1], in days. */
    double firstStability(Rating rating) {
        return w[rating.grade() - 1];
    }

    /** D0(G) = w4 - e^(w5·(G-1)) + 1, clamped; the grade may be a fraction. */
    double firstDifficulty(double grade) {
        return clampDifficulty(unclampedFirstDifficulty(grade));
    }

    /** D' = w7·D0(4) + (1-w7)·(D - w6·(G-3)·(10-D)/9), clamped; the grade may be a fraction. */
    double nextDifficulty(double difficulty, double grade) {
        double damped = difficulty - w[6] * (grade - 3) * (10 - difficulty) / 9;
        return clampDifficulty(w[7] * easyDifficulty + (1 - w[7]) * damped);
    }

    /** S' from the state before the review and the recall at it; the old D is used. */
    double nextStability(MemoryState state, int elapsedDays, double recall, Rating rating) {
        if (elapsedDays <= 0) {
            return clampStability(onTheSameDay(state.stability(), rating));
        }
        return clampStability(rating == Rating.AGAIN ? afterLapse(state, recall) : afterRecall(state, recall, rating));
    }

    /** S·max(1, e^(w17·(G-3+w18))·S^-w19); only {@link Rating#AGAIN} may shorten. */
    private double onTheSameDay(double stability, Rating rating) {
        double increase = Math.exp(w[17] * (rating.grade() - 3 + w[18])) * Math.pow(stability, -w[19]);
        return stability * (rating == Rating.AGAIN ? increase : Math.max(1, increase));
    }

    /** S·(1 + e^w8·(11-D)·S^-w9·(e^(w10·(1-R)) - 1)·[w15 if Hard]·[w16 if Easy]). */
    private double afterRecall(MemoryState state, double recall, Rating rating) {
        double effort = switch (rating) {
            case HARD -> w[15];
            case EASY -> w[16];
            case AGAIN, GOOD -> 1;
        };
        double increase = growth
                * (11 - state.difficulty())
                * Math.pow(state.stability(), -w[9])
                * (Math.exp(w[10] * (1 - recall)) - 1)
                * effort;
        return state.stability() * (1 + increase);
    }

    /** min(w11·D^-w12·((S+1)^w13 - 1)·e^(w14·(1-R)), S/e^(w17·w18)). */
    private double afterLapse(MemoryState state, double recall) {
        double relearned = w[11]
                * Math.pow(state.difficulty(), -w[12])
                * (Math.pow(state.stability() + 1, w[13]) - 1)
                * Math.exp(w[14] * (1 - recall));
        return Math.min(relearned, state.stability() / lapseDivisor);
    }

    private double unclampedFirstDifficulty(double grade) {
        return w[4] - Math.exp(w[5] * (grade - 1)) + 1;
    }

    private static double clampStability(double days) {
        return Math.min(Math.max(days, MemoryState.LEAST_STABILITY), MemoryState.MOST_STABILITY);
    }

    private static double clampDifficulty(double difficulty) {
        return Math.min(Math.max(difficulty, LEAST_DIFFICULTY), MOST_DIFFICULTY);
    }
}
