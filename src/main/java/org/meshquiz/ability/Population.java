package org.meshquiz.ability;

/**
 * The people a person is one of: abilities are normally distributed among them.
 *
 * @param mean mean ability, on the reference scale
 * @param sd standard deviation, above 0
 */
public record Population(double mean, double sd) {
    /** The reference population that defines the scale. */
    public static final Population REFERENCE = new Population(0, 1);

    public Population {
        if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException(
                    "A population needs a finite mean and a standard deviation above 0, not " + mean + " and " + sd);
        }
    }
}
