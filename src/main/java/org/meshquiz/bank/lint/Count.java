package org.meshquiz.bank.lint;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often something held.
 *
 * @param successes from 0 to {@code trials}; a fraction where a guess among equals counts in part
 * @param trials how often it could have held
 */
record Count(double successes, int trials) {

    /** The sum of what each trial gives, each in [0, 1]. */
    static <T> Count of(List<T> trials, ToDoubleFunction<T> success) {
        return new Count(trials.stream().mapToDouble(success).sum(), trials.size());
    }

    double share() {
        return successes / trials;
    }
}
