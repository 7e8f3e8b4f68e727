package org.meshquiz.ability;

import java.util.List;

/**
 * How fast the people of one skill change, learned from how well several paces foretold their answers: each answer is
 * foretold by all of them before it is taken in. Teams differ, and a wrong pace makes the stated doubt wrong.
 */
final class DriftWeights {
    private static final double[] YEARS = {0.5, 2, 5, 20};
    private static final double[] SHARES = {0.1, 0.2, 0.4, 0.3};

    private final double[] logs = new double[YEARS.length];

    /** The paces that are weighed, each towards the team. */
    static List<Drift> candidates(Population team) {
        return List.of(
                Drift.ofYears(YEARS[0], team),
                Drift.ofYears(YEARS[1], team),
                Drift.ofYears(YEARS[2], team),
                Drift.ofYears(YEARS[3], team));
    }

    /** Takes in how well each pace foretold one answer, as logarithms. */
    void foretold(double[] logPredictions) {
        for (int pace = 0; pace < logs.length; pace++) {
            logs[pace] += logPredictions[pace];
        }
    }

    /** The probability of each pace; they sum to 1. */
    double[] weights() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double[] weights = new double[logs.length];
        for (int pace = 0; pace < logs.length; pace++) {
            weights[pace] = SHARES[pace] * Math.exp(logs[pace] - largest);
        }
        return Grid.normalized(weights);
    }
}
