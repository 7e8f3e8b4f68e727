package org.meshquiz.ability;

/** How well levels were named, over many people whose true ability is known. */
final class LevelScore {
    private static final int BINS = 10;

    private final double[] stated = new double[BINS];
    private final double[] right = new double[BINS];
    private int people;
    private int exact;
    private int adjacent;
    private double squares;
    private double bias;
    private double brier;

    void add(double truth, Posterior belief) {
        double[] bands = belief.bands();
        int level = Band.at(truth).rank();
        int named = belief.likeliest().rank();
        addLevel(level, named);
        squares += (belief.mean() - truth) * (belief.mean() - truth);
        bias += belief.mean() - truth;
        for (int band = 0; band < bands.length; band++) {
            double off = bands[band] - (band == level ? 1 : 0);
            brier += off * off;
        }
        int bin = Math.min(BINS - 1, (int) (bands[named] * BINS));
        stated[bin] += bands[named];
        right[bin] += named == level ? 1 : 0;
    }

    /** For a method that names a level and nothing else. */
    void addLevel(int level, int named) {
        people++;
        exact += named == level ? 1 : 0;
        adjacent += Math.abs(named - level) <= 1 ? 1 : 0;
    }

    void add(LevelScore other) {
        people += other.people;
        exact += other.exact;
        adjacent += other.adjacent;
        squares += other.squares;
        bias += other.bias;
        brier += other.brier;
        for (int bin = 0; bin < BINS; bin++) {
            stated[bin] += other.stated[bin];
            right[bin] += other.right[bin];
        }
    }

    double exact() {
        return (double) exact / people;
    }

    double adjacent() {
        return (double) adjacent / people;
    }

    double rmse() {
        return Math.sqrt(squares / people);
    }

    double bias() {
        return bias / people;
    }

    double brier() {
        return brier / people;
    }

    /** Mean distance between the probability stated for the named level and how often it was right, by tenths. */
    double calibrationError() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(stated[bin] - right[bin]);
        }
        return sum / people;
    }
}
