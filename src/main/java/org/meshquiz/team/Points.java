package org.meshquiz.team;

/**
 * What a right answer is worth. A wrong one is worth nothing and costs nothing; how fast it came does not count.
 *
 * <p>All that goes in is fixed before the day begins: the level that a person had then, and what they remembered of that one
 * question. So neither the order of a day's answers nor the hour matters, and being late with a repeat earns no more.
 * Repeats are weighed by how long the question had been kept in mind, since a question that is failed on purpose to be asked
 * more often starts again at the bottom.
 */
public final class Points {
    /** What a day counts at most: more answers go on teaching, and bring no more points. */
    public static final double MOST_A_DAY = 60;

    private static final double FIRST_MEETING = 20;
    private static final double REPEAT = 10;
    /** Days after which a kept question counts in full. */
    private static final double LONG_KEPT = 64;

    private static final double EASIEST = 1;
    private static final double HARDEST = 10;

    private Points() {}

    /**
     * For a right answer to a question never seen before.
     *
     * @param chance that this person would get it right, luck included, in [0, 1]. By luck alone one gains on average most
     *     at 1/2: hopeless questions are no better to guess at than fair ones
     * @return 0 to 20
     */
    public static double firstMeeting(double chance) {
        demand(chance >= 0 && chance <= 1, "a chance of " + chance + " is outside 0 to 1");
        return FIRST_MEETING * (1 - chance);
    }

    /**
     * For a right answer to a question that was due.
     *
     * @param difficulty of the question for this person, 1 to 10, as their memory of it has it
     * @param stability how long it was kept in mind before, in days, above 0
     * @return 0 to 10
     */
    public static double repeat(double difficulty, double stability) {
        demand(difficulty >= EASIEST && difficulty <= HARDEST, "a difficulty of " + difficulty + " is outside 1 to 10");
        demand(stability > 0, "a stability of " + stability + " days is not above 0");
        double hard = 0.5 + 0.5 * (difficulty - EASIEST) / (HARDEST - EASIEST);
        double kept = Math.min(1, Math.log1p(stability) / Math.log1p(LONG_KEPT));
        return REPEAT * hard * kept;
    }

    /** A day's points as they count. */
    public static double ofDay(double earned) {
        return Math.min(MOST_A_DAY, earned);
    }

    private static void demand(boolean fine, String fault) {
        if (!fine) {
            throw new IllegalArgumentException(fault);
        }
    }
}
