package org.meshquiz.ability;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is believed about one person's ability in one skill: masses over the 80 midpoints of the ability grid, −3.95
 * to 3.95 in steps of 0.1, which sum to 1. Immutable, and safe to share between threads.
 */
public final class Posterior {
    /** Ability of the first point on which a belief is weighed. */
    public static final double LEAST = Grid.point(0);

    /** From one point to the next. */
    public static final double STEP = Grid.STEP;

    private static final double SUM_TOLERANCE = 1e-6;
    private static final Posterior PRIOR = prior(Population.REFERENCE);

    private final double[] masses;

    private Posterior(double[] masses) {
        this.masses = masses;
    }

    /** A person of the reference population of whom nothing is known. */
    public static Posterior prior() {
        return PRIOR;
    }

    /** A person of the given population of whom nothing else is known. */
    public static Posterior prior(Population population) {
        return new Posterior(Grid.normal(population));
    }

    /**
     * Reads what {@link #masses()} gave.
     *
     * @param masses 80 finite numbers, none below 0, which sum to 1 within 1e-6
     */
    public static Posterior of(double[] masses) {
        if (masses.length != Grid.SIZE) {
            throw new IllegalArgumentException("A posterior has " + Grid.SIZE + " masses, not " + masses.length
                    + "; was it stored by another version?");
        }
        double sum = 0;
        for (double mass : masses) {
            if (!(mass >= 0)) {
                throw new IllegalArgumentException("A posterior holds masses of 0 or more, not " + mass);
            }
            sum += mass;
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("The masses of a posterior sum to 1, not " + sum);
        }
        return new Posterior(Grid.normalized(masses.clone()));
    }

    /** After a time without answers: doubt grows. A negative time counts as none. */
    public Posterior after(Duration idle) {
        return after(idle, Drift.REFERENCE);
    }

    Posterior after(Duration idle, Drift drift) {
        return idle.isNegative() || idle.isZero() ? this : new Posterior(drift.applied(masses, idle));
    }

    /** Beliefs of several models as one, each with its weight; the weights sum to 1. */
    static Posterior mixed(List<Posterior> beliefs, double[] weights) {
        double[] sums = new double[Grid.SIZE];
        for (int k = 0; k < weights.length; k++) {
            double[] masses = beliefs.get(k).masses;
            for (int i = 0; i < Grid.SIZE; i++) {
                sums[i] += weights[k] * masses[i];
            }
        }
        return new Posterior(Grid.normalized(sums));
    }

    /** How well this belief predicted the newest of the answers to a question, up to a factor of those answers. */
    double predicted(Parameters parameters, Evidence before, Evidence now) {
        double sum = 0;
        for (int i = 0; i < Grid.SIZE; i++) {
            double knows = parameters.knows(i);
            sum += masses[i] * now.likelihood(knows) / before.likelihood(knows);
        }
        return sum;
    }

    /**
     * After one more answer to a question. Takes back what the earlier answers to it said and puts in what all of them
     * say together, so that repeats need no special case.
     *
     * @param parameters what is believed about the question
     * @param before evidence of the earlier answers to it, {@link Evidence#NONE} at the first meeting
     * @param now evidence including the new answer
     */
    public Posterior observe(Parameters parameters, Evidence before, Evidence now) {
        double[] updated = new double[Grid.SIZE];
        for (int i = 0; i < Grid.SIZE; i++) {
            double knows = parameters.knows(i);
            updated[i] = masses[i] * now.likelihood(knows) / before.likelihood(knows);
        }
        return new Posterior(Grid.normalized(updated));
    }

    /** The probability of each level, in the order of {@link Band}; the four sum to 1. */
    public double[] bands() {
        return Grid.bands(masses);
    }

    /** The level with the largest probability. */
    public Band likeliest() {
        double[] bands = bands();
        int best = 0;
        for (int i = 1; i < bands.length; i++) {
            if (bands[i] > bands[best]) {
                best = i;
            }
        }
        return Band.ofRank(best);
    }

    /** Expected ability, in standard deviations of the reference population. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < Grid.SIZE; i++) {
            sum += masses[i] * Grid.point(i);
        }
        return sum;
    }

    /** Standard deviation of the ability. */
    public double sd() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < Grid.SIZE; i++) {
            double off = Grid.point(i) - mean;
            sum += masses[i] * off * off;
        }
        return Math.sqrt(sum);
    }

    /** The 80 masses, for storage; a copy. */
    public double[] masses() {
        return masses.clone();
    }

    double mass(int index) {
        return masses[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Posterior that && Arrays.equals(masses, that.masses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(masses);
    }

    @Override
    public String toString() {
        return "Posterior[mean=" + mean() + ", sd=" + sd() + "]";
    }
}
