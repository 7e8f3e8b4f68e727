package org.meshquiz.bank.lint;

/**
 * Where a share lies with 95 % confidence.
 *
 * @param low in [0, 1]
 * @param high in [0, 1], not below {@code low}
 */
public record Interval(double low, double high) {
    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * The score interval of Wilson (1927).
     *
     * @param successes from 0 to {@code trials}; a fraction where a guess among equals counts in part
     * @param trials at least 1
     */
    public static Interval wilson(double successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " successes in " + trials + " trials; give 0 to trials, of at least 1");
        }
        double share = successes / trials;
        double shrink = 1 + Z * Z / trials;
        double centre = (share + Z * Z / (2 * trials)) / shrink;
        double half = Z / shrink * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * The interval of how far two independent shares lie apart, either way; method 10 of Newcombe (1998).
     *
     * @param first successes and trials of the one share
     * @param second of the other
     */
    static Interval apart(Count first, Count second) {
        Interval one = wilson(first.successes(), first.trials());
        Interval other = wilson(second.successes(), second.trials());
        double difference = first.share() - second.share();
        double low = difference - Math.hypot(first.share() - one.low(), other.high() - second.share());
        double high = difference + Math.hypot(one.high() - first.share(), second.share() - other.low());
        double nearest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        return new Interval(nearest, Math.max(Math.abs(low), Math.abs(high)));
    }
}
