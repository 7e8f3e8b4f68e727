package org.meshquiz.ability;

import java.time.Duration;

/**
 * How ability moves while nobody asks: an Ornstein–Uhlenbeck process that forgets the person and returns to a
 * population, so that doubt grows with idle time. After a time t the ability is normal with mean m + ρ(θ − m) and
 * variance (1 − ρ²) times the population's, where ρ = e^(−t/τ).
 *
 * @param relaxationDays τ in days: the time in which all but 1/e of what was known about a person is lost
 * @param population where an ability returns to
 */
record Drift(double relaxationDays, Population population) {
    private static final double DAYS_A_YEAR = 365.25;
    private static final double DAY_MILLIS = 86_400_000.0;

    /** The usual pace, five years, towards the reference population. */
    static final Drift REFERENCE = ofYears(5, Population.REFERENCE);

    static Drift ofYears(double years, Population population) {
        return new Drift(years * DAYS_A_YEAR, population);
    }

    /** The masses after an idle time, which is positive; the given ones stay as they are. */
    double[] applied(double[] masses, Duration idle) {
        double days = idle.toMillis() / DAY_MILLIS;
        double keep = Math.exp(-days / relaxationDays);
        double sd = population.sd() * Math.sqrt(-Math.expm1(-2 * days / relaxationDays));
        return Grid.normalized(sd < Grid.STEP / 2 ? step(masses, sd) : spread(masses, keep, sd));
    }

    /** A move far below one cell: a walk to both neighbours with the right variance; the pull to the mean is nil. */
    private static double[] step(double[] masses, double sd) {
        double aside = sd * sd / (2 * Grid.STEP * Grid.STEP);
        double[] moved = masses.clone();
        for (int i = 0; i + 1 < masses.length; i++) {
            double up = aside * masses[i];
            double down = aside * masses[i + 1];
            moved[i] += down - up;
            moved[i + 1] += up - down;
        }
        return moved;
    }

    private double[] spread(double[] masses, double keep, double sd) {
        double[] moved = new double[masses.length];
        double[] row = new double[masses.length];
        for (int i = 0; i < masses.length; i++) {
            double mean = population.mean() + keep * (Grid.point(i) - population.mean());
            Bell.fill(row, mean, sd);
            for (int j = 0; j < row.length; j++) {
                moved[j] += masses[i] * row[j];
            }
        }
        return moved;
    }
}
