package org.meshquiz.ability;

import java.util.Arrays;

/** The 80 midpoints on which abilities are weighed: −3.95 to 3.95. The cuts between the bands fall between them. */
final class Grid {
    static final int SIZE = 80;
    static final double STEP = 0.1;
    private static final Band[] BANDS = Band.values();
    private static final double[] POINTS = points();
    private static final int[] BAND_OF = bandOf();

    private Grid() {}

    static double point(int index) {
        return POINTS[index];
    }

    /** The index of the midpoint next to an ability. */
    static int nearest(double ability) {
        return (int) Math.max(0, Math.min(SIZE - 1, Math.floor((ability - POINTS[0]) / STEP + 0.5)));
    }

    /** Normal densities at the midpoints, scaled to sum 1. */
    static double[] normal(Population population) {
        double[] masses = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double z = (POINTS[i] - population.mean()) / population.sd();
            masses[i] = Math.exp(-z * z / 2);
        }
        return normalized(masses);
    }

    /** Sums the masses of each band, in the order of {@link Band}. */
    static double[] bands(double[] masses) {
        double[] sums = new double[BANDS.length];
        for (int i = 0; i < SIZE; i++) {
            sums[BAND_OF[i]] += masses[i];
        }
        return sums;
    }

    /** Scales non-negative masses in place to sum 1, and returns them. */
    static double[] normalized(double[] masses) {
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        for (int i = 0; i < masses.length; i++) {
            masses[i] /= sum;
        }
        return masses;
    }

    private static double[] points() {
        double[] points = new double[SIZE];
        // From whole numbers, so that the grid is symmetric to the last bit.
        Arrays.setAll(points, i -> (2 * i + 1 - SIZE) / 20.0);
        return points;
    }

    private static int[] bandOf() {
        int[] indices = new int[SIZE];
        Arrays.setAll(indices, i -> Band.at(POINTS[i]).rank());
        return indices;
    }
}
