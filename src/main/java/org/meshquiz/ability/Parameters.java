package org.meshquiz.ability;

import java.util.Arrays;
import java.util.List;

/**
 * What is believed about one question's difficulty b and discrimination a, in the two-parameter logistic model: the
 * chance that a person of ability theta knows it is σ(a(theta − b)). Masses over 41 difficulties, −4 to 4, and 5
 * discriminations; immutable.
 */
public final class Parameters {
    private static final List<Parameters> PRIORS = Arrays.stream(Band.values())
            .map(label -> new Parameters(ParameterGrid.prior(label, ParameterGrid.DISCRIMINATION_WEIGHTS)))
            .toList();

    private static final double ROUNDING = 1e-6;

    private final double[] masses;
    private final double[] knows;

    private Parameters(double[] masses) {
        this.masses = masses;
        this.knows = ParameterGrid.knows(masses);
    }

    /** Before any answer: the author's level may be one off with a chance of 0.1, and is blurred in any case. */
    public static Parameters prior(Band label) {
        return PRIORS.get(label.rank());
    }

    /**
     * Parameters that were stored.
     *
     * @param masses what {@link #masses()} told
     * @throws IllegalArgumentException when they are not as many, negative, or not a probability in all
     */
    public static Parameters of(double[] masses) {
        double sum = 0;
        for (double mass : masses) {
            if (!(mass >= 0)) {
                throw new IllegalArgumentException("a mass of parameters is " + mass + "; none is below 0");
            }
            sum += mass;
        }
        if (masses.length != ParameterGrid.SIZE || Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException(masses.length + " masses of parameters that sum to " + sum
                    + " are no belief; there are " + ParameterGrid.SIZE + ", and their sum is 1");
        }
        return new Parameters(masses.clone());
    }

    /** The masses, to be stored. */
    public double[] masses() {
        return masses.clone();
    }

    /** From masses that sum to 1; they must not change afterwards. */
    static Parameters ofMasses(double[] masses) {
        return new Parameters(masses);
    }

    /** The chance that a person at a point of the ability grid knows the question. */
    double knows(int point) {
        return knows[point];
    }

    /** Expected difficulty, on the scale of ability. */
    public double difficulty() {
        return ParameterGrid.mean(masses);
    }

    /** Standard deviation of the difficulty. */
    public double difficultySd() {
        return ParameterGrid.sd(masses);
    }

    /** The probability that the difficulty lies in each level's band, in the order of {@link Band}. */
    public double[] bands() {
        return ParameterGrid.bands(masses);
    }
}
