package org.meshquiz.bank.lint;

import java.util.List;

/** Which of two classes a row of numbers belongs to; plain gradient descent on the mean log loss, with a little decay. */
final class LogisticRegression {
    private static final int STEPS = 400;
    private static final double RATE = 0.5;
    private static final double DECAY = 1e-3;

    private final double[] scale;
    private final double[] weights;

    /**
     * Learns from rows.
     *
     * @param rows at least one, all of the same length
     * @param positive the class of each row
     */
    LogisticRegression(List<double[]> rows, List<Boolean> positive) {
        int width = rows.get(0).length;
        scale = spread(rows, width);
        weights = new double[width + 1];
        for (int step = 0; step < STEPS; step++) {
            descend(rows, positive);
        }
    }

    /** The log odds that a row is positive. */
    double logOdds(double[] numbers) {
        double sum = weights[scale.length];
        for (int column = 0; column < scale.length; column++) {
            sum += weights[column] * numbers[column] / scale[column];
        }
        return sum;
    }

    private void descend(List<double[]> rows, List<Boolean> positive) {
        double[] slope = new double[weights.length];
        for (int index = 0; index < rows.size(); index++) {
            double[] row = rows.get(index);
            double error = 1 / (1 + Math.exp(-logOdds(row))) - (positive.get(index) ? 1 : 0);
            for (int column = 0; column < scale.length; column++) {
                slope[column] += error * row[column] / scale[column];
            }
            slope[scale.length] += error;
        }
        for (int column = 0; column < weights.length; column++) {
            weights[column] -= RATE * (slope[column] / rows.size() + DECAY * weights[column]);
        }
    }

    /** The root mean square of each column; 1 for a column of zeros. */
    private static double[] spread(List<double[]> rows, int width) {
        double[] spread = new double[width];
        for (int column = 0; column < width; column++) {
            double squares = 0;
            for (double[] row : rows) {
                squares += row[column] * row[column];
            }
            spread[column] = squares == 0 ? 1 : Math.sqrt(squares / rows.size());
        }
        return spread;
    }
}
