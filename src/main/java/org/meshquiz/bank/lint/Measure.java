package org.meshquiz.bank.lint;

import java.util.Locale;

/**
 * A share with its limit. It is broken only where the whole interval lies above the limit: a small bank is not blamed for
 * chance.
 *
 * @param check what was measured
 * @param value the share itself, in [0, 1]
 * @param interval where it lies with 95 % confidence
 * @param limit the highest share that is fine
 * @param remedy what an author does where it is broken
 */
public record Measure(String check, double value, Interval interval, double limit, String remedy) {

    static Measure of(String check, Count count, double limit, String remedy) {
        Interval interval = Interval.wilson(Math.min(count.successes(), count.trials()), count.trials());
        return new Measure(check, count.share(), interval, limit, remedy);
    }

    /** Whether the limit is broken beyond doubt. */
    public boolean broken() {
        return interval.low() > limit;
    }

    /** {@code pick the longest: 0.27 [0.19, 0.37], limit 0.32}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %.3f [%.3f, %.3f], limit %.3f", check, value, interval.low(), interval.high(), limit);
    }
}
