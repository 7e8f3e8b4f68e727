package org.meshquiz.ability;

/**
 * The points on which a question's parameters are weighed: 41 difficulties times 5 discriminations; a mass of
 * (difficulty i, discrimination j) is at index 5i + j.
 */
final class ParameterGrid {
    static final int DIFFICULTIES = 41;
    static final int DISCRIMINATIONS = 5;
    static final int SIZE = DIFFICULTIES * DISCRIMINATIONS;

    private static final double STEP = 0.2;
    private static final double LOWEST = -4;
    private static final double LABEL_SD = 0.5;
    private static final double LABEL_ERROR = 0.1;
    private static final double MEDIAN_DISCRIMINATION = 1.3;
    private static final double LOG_DISCRIMINATION_SD = 0.3;

    /** Nodes and weights of five-point Gauss–Hermite quadrature for the standard normal (Abramowitz, Stegun 25.10). */
    private static final double[] NODES = {
        -2.8569700138728056, -1.355626179974266, 0, 1.355626179974266, 2.8569700138728056
    };

    static final double[] DISCRIMINATION_WEIGHTS = {
        0.011257411327720691, 0.22207592200561266, 8.0 / 15, 0.22207592200561266, 0.011257411327720691
    };

    /** σ(a(theta − b)) for each pair of parameters, at each point of ability. */
    private static final double[][] CURVES = curves();

    /** The same numbers for each point of ability, at each pair of parameters. */
    private static final double[][] ACROSS = across();

    /** Masses below this are left out of sums: together they are far below the rounding of any result. */
    private static final double NEGLIGIBLE = 1e-12;

    private ParameterGrid() {}

    static double difficulty(int index) {
        return LOWEST + STEP * index;
    }

    static double discrimination(int index) {
        return MEDIAN_DISCRIMINATION * Math.exp(LOG_DISCRIMINATION_SD * NODES[index]);
    }

    /** A question's masses before any answer, given the weights of the discriminations. */
    static double[] prior(Band label, double[] discriminations) {
        double[] difficulties = difficulties(label);
        double[] masses = new double[SIZE];
        for (int i = 0; i < DIFFICULTIES; i++) {
            for (int j = 0; j < DISCRIMINATIONS; j++) {
                masses[i * DISCRIMINATIONS + j] = difficulties[i] * discriminations[j];
            }
        }
        return masses;
    }

    /** The chance to know at each point of ability, averaged over the parameters. */
    static double[] knows(double[] masses) {
        return mixed(masses, CURVES, Grid.SIZE);
    }

    /** The chance to know at each pair of parameters, averaged over a person's ability. */
    static double[] known(double[] abilities) {
        return mixed(abilities, ACROSS, SIZE);
    }

    // Whole rows are added, which the compiler turns into vector instructions; most of calibration's time goes here.
    private static double[] mixed(double[] weights, double[][] rows, int length) {
        double[] sums = new double[length];
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            if (weight > NEGLIGIBLE) {
                double[] row = rows[i];
                for (int j = 0; j < length; j++) {
                    sums[j] += weight * row[j];
                }
            }
        }
        return sums;
    }

    static double mean(double[] masses) {
        double sum = 0;
        for (int pair = 0; pair < SIZE; pair++) {
            sum += masses[pair] * difficulty(pair / DISCRIMINATIONS);
        }
        return sum;
    }

    static double sd(double[] masses) {
        double mean = mean(masses);
        double sum = 0;
        for (int pair = 0; pair < SIZE; pair++) {
            double off = difficulty(pair / DISCRIMINATIONS) - mean;
            sum += masses[pair] * off * off;
        }
        return Math.sqrt(sum);
    }

    static double[] bands(double[] masses) {
        double[] sums = new double[Band.values().length];
        for (int pair = 0; pair < SIZE; pair++) {
            sums[Band.at(difficulty(pair / DISCRIMINATIONS)).rank()] += masses[pair];
        }
        return sums;
    }

    private static double[] difficulties(Band label) {
        Band[] all = Band.values();
        int own = label.rank();
        boolean atAnEnd = own == 0 || own == all.length - 1;
        double[] mixed = new double[DIFFICULTIES];
        for (Band level : all) {
            int distance = Math.abs(level.rank() - own);
            if (distance <= 1) {
                double share = distance == 0 ? 1 - LABEL_ERROR : atAnEnd ? LABEL_ERROR : LABEL_ERROR / 2;
                addNormal(mixed, share, level.centre());
            }
        }
        return mixed;
    }

    private static void addNormal(double[] sums, double share, double centre) {
        double[] bell = new double[DIFFICULTIES];
        for (int i = 0; i < DIFFICULTIES; i++) {
            double z = (difficulty(i) - centre) / LABEL_SD;
            bell[i] = Math.exp(-z * z / 2);
        }
        Grid.normalized(bell);
        for (int i = 0; i < DIFFICULTIES; i++) {
            sums[i] += share * bell[i];
        }
    }

    private static double[][] curves() {
        double[][] curves = new double[SIZE][Grid.SIZE];
        for (int pair = 0; pair < SIZE; pair++) {
            double a = discrimination(pair % DISCRIMINATIONS);
            double b = difficulty(pair / DISCRIMINATIONS);
            for (int point = 0; point < Grid.SIZE; point++) {
                curves[pair][point] = 1 / (1 + Math.exp(-a * (Grid.point(point) - b)));
            }
        }
        return curves;
    }

    private static double[][] across() {
        double[][] across = new double[Grid.SIZE][SIZE];
        for (int pair = 0; pair < SIZE; pair++) {
            for (int point = 0; point < Grid.SIZE; point++) {
                across[point][pair] = CURVES[pair][point];
            }
        }
        return across;
    }
}
