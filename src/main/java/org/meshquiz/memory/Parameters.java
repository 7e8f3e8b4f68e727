package org.meshquiz.memory;

import java.util.Arrays;

/**
 * The 21 weights w0 to w20 of FSRS-6, each inside the bounds that the algorithm's reference implementations keep.
 * Immutable.
 *
 * <p>w0 to w3 are first stabilities in days; w4 to w7 steer difficulty; w8 to w10, w15 and w16 growth after recall; w11
 * to w14 stability after a lapse; w17 to w19 a second review on one day; w20 is how steeply recall decays.
 */
public final class Parameters {
    /** How many weights there are. */
    public static final int COUNT = 21;

    /** What fits most people before they have a history of their own: the defaults of py-fsrs 6.3 and fsrs-rs 6.6. */
    public static final Parameters DEFAULT = of(
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

    private final double[] weights;

    private Parameters(double[] weights) {
        this.weights = weights;
    }

    /**
     * Takes weights in their order w0 to w20.
     *
     * @throws IllegalArgumentException if there are not 21 of them, or one lies outside its bounds or is NaN
     */
    public static Parameters of(double... weights) {
        demandCount(weights);
        for (int i = 0; i < COUNT; i++) {
            if (!(weights[i] >= Bounds.LOW[i] && weights[i] <= Bounds.HIGH[i])) {
                throw new IllegalArgumentException("w%d is %s, outside %s to %s; correct it or refit the parameters"
                        .formatted(i, weights[i], Bounds.LOW[i], Bounds.HIGH[i]));
            }
        }
        return new Parameters(weights.clone());
    }

    /**
     * Takes weights in their order and moves each that lies outside its bounds to the nearest one.
     *
     * @throws IllegalArgumentException if there are not 21 of them, or one is NaN
     */
    public static Parameters clipped(double... weights) {
        demandCount(weights);
        double[] inside = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            inside[i] = Math.max(Bounds.LOW[i], Math.min(Bounds.HIGH[i], weights[i]));
        }
        return of(inside);
    }

    /** The weight w{@code index}. */
    public double weight(int index) {
        return weights[index];
    }

    /** The weights in their order, in an array that belongs to the caller. */
    public double[] toArray() {
        return weights.clone();
    }

    private static void demandCount(double[] weights) {
        if (weights.length != COUNT) {
            throw new IllegalArgumentException(
                    "FSRS-6 has " + COUNT + " weights, here are " + weights.length + "; give w0 to w20");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return Arrays.toString(weights);
    }

    /** A holder of its own, so that the bounds are there before {@link #DEFAULT} is checked against them. */
    private static final class Bounds {
        static final double[] LOW = {
            0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0.01,
            0.1
        };
        static final double[] HIGH = {
            100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8
        };
    }
}
