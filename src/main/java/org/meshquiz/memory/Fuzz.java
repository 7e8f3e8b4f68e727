package org.meshquiz.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Spreads the return of questions learned together over neighbouring days. The longer an interval is, the wider the
 * window; within it the day with the least planned is taken, and chance, which can be repeated, breaks ties.
 */
public final class Fuzz {
    /** Intervals shorter than this, in days, are kept as they are. */
    private static final double SHORTEST_FUZZED = 2.5;

    private static final List<Band> BANDS =
            List.of(new Band(2.5, 7, 0.15), new Band(7, 20, 0.1), new Band(20, Double.POSITIVE_INFINITY, 0.05));

    private Fuzz() {}

    /**
     * The days among which a return may fall.
     *
     * @param interval days until recall falls to the wished chance, at least 1
     * @param maximum the longest interval allowed, in days, at least 1
     * @throws IllegalArgumentException if a number of days is below 1
     */
    public static Window window(int interval, int maximum) {
        if (interval < 1 || maximum < 1) {
            throw new IllegalArgumentException(
                    "an interval of " + interval + " days of at most " + maximum + " is not at least 1 day");
        }
        int days = Math.min(interval, maximum);
        if (days < SHORTEST_FUZZED) {
            return new Window(days, days);
        }
        double reach = 1 + BANDS.stream().mapToDouble(band -> band.reach(days)).sum();
        int to = (int) Math.min(Math.rint(days + reach), maximum);
        int from = (int) Math.max(2, Math.rint(days - reach));
        return new Window(Math.min(from, to), to);
    }

    /**
     * A seed that is the same whenever the same repetition is planned again, on any machine.
     *
     * @param repetition how often the learner has answered the question
     */
    public static long seed(long learner, String question, int repetition) {
        return mix(mix(mix(learner) + question.hashCode()) + repetition);
    }

    /** Scrambles the bits of a number (the finalizer of SplitMix64), so that neighbours get unlike seeds. */
    private static long mix(long bits) {
        long mixed = bits + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * Days from now among which a return may fall.
     *
     * @param from first day, at least 1
     * @param to last day, not before the first
     */
    public record Window(int from, int to) {
        public Window {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException(
                        "a window from day " + from + " to day " + to + " is empty or has begun");
            }
        }

        /**
         * The day with the least planned.
         *
         * @param load day from now → how many questions are planned for it
         * @param seed decides among days that are equal, see {@link Fuzz#seed}
         */
        public int lightest(IntUnaryOperator load, long seed) {
            List<Integer> days = new ArrayList<>();
            int least = Integer.MAX_VALUE;
            for (int day = from; day <= to; day++) {
                int planned = load.applyAsInt(day);
                if (planned < least) {
                    least = planned;
                    days.clear();
                }
                if (planned == least) {
                    days.add(day);
                }
            }
            return days.get((int) Long.remainderUnsigned(seed, days.size()));
        }
    }

    /**
     * A stretch of intervals that widens the window.
     *
     * @param start from this many days
     * @param end to this many
     * @param share days of reach for each day of the interval inside the stretch
     */
    private record Band(double start, double end, double share) {
        double reach(int interval) {
            return share * Math.max(Math.min(interval, end) - start, 0);
        }
    }
}
