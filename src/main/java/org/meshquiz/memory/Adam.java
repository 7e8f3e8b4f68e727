package org.meshquiz.memory;

/** Steps down a slope with a rate of its own for each weight: Adam (Kingma and Ba 2015) with its usual constants. */
final class Adam {
    private static final double MEAN_KEPT = 0.9;
    private static final double SQUARE_KEPT = 0.999;
    private static final double NOT_ZERO = 1e-8;

    private final double[] means = new double[Parameters.COUNT];
    private final double[] squares = new double[Parameters.COUNT];
    private int steps;

    /** Where one step against the slopes leads; weights that would leave their bounds stop there. */
    Parameters step(Parameters from, double[] slopes, double rate) {
        steps++;
        double[] weights = from.toArray();
        for (int i = 0; i < weights.length; i++) {
            means[i] = MEAN_KEPT * means[i] + (1 - MEAN_KEPT) * slopes[i];
            squares[i] = SQUARE_KEPT * squares[i] + (1 - SQUARE_KEPT) * slopes[i] * slopes[i];
            double mean = means[i] / (1 - Math.pow(MEAN_KEPT, steps));
            double square = squares[i] / (1 - Math.pow(SQUARE_KEPT, steps));
            weights[i] -= rate * mean / (Math.sqrt(square) + NOT_ZERO);
        }
        return Parameters.clipped(weights);
    }
}
