package org.meshquiz.ability;

/**
 * How many more answers a verdict will probably take: the belief is pictured as a normal one that stays where it is
 * and narrows by the same precision with each answer.
 */
final class Forecast {
    /** Precision (1/variance) that one well-chosen answer adds, on average. */
    private static final double PRECISION_PER_ANSWER = 0.27;

    /** A person on a cut stays uncertain for long; beyond this nobody should be promised anything closer. */
    private static final int FARTHEST = 20;

    private Forecast() {}

    /** Answers still needed, 1 to 20. */
    static int answersNeeded(Posterior posterior, int answers) {
        double precision = 1 / (posterior.sd() * posterior.sd());
        for (int more = 1; more < FARTHEST; more++) {
            double sd = 1 / Math.sqrt(precision + more * PRECISION_PER_ANSWER);
            Posterior narrowed = Posterior.prior(new Population(posterior.mean(), sd));
            if (suffices(narrowed.bands(), answers + more)) {
                return more;
            }
        }
        return FARTHEST;
    }

    private static boolean suffices(double[] bands, int answers) {
        for (int i = 0; i < bands.length; i++) {
            if (answers >= Verdict.ANSWERS_FOR_LEVEL && bands[i] >= Verdict.SURE) {
                return true;
            }
            if (i > 0 && answers >= Verdict.ANSWERS_FOR_PAIR && bands[i - 1] + bands[i] >= Verdict.PAIR) {
                return true;
            }
        }
        return false;
    }
}
