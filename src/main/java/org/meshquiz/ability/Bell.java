package org.meshquiz.ability;

/** Normal weights over the grid without an exponential per point, which drift needs by the thousand. */
final class Bell {
    private Bell() {}

    /**
     * Fills a row with normal densities at the grid points, scaled to sum 1. Steps outwards from the point nearest to
     * the mean: the ratio of two neighbours changes by the same factor at each step, e^(−step²/sd²).
     *
     * @param sd standard deviation, at least half a step, so that the nearest point has weight
     */
    static void fill(double[] row, double mean, double sd) {
        double precision = 1 / (sd * sd);
        double cell = (mean - Grid.point(0)) / Grid.STEP;
        int nearest = (int) Math.max(0, Math.min(row.length - 1, Math.rint(cell)));
        double off = Grid.point(nearest) - mean;
        double shrink = Math.exp(-Grid.STEP * Grid.STEP * precision);
        row[nearest] = 1;
        double sum = 1;
        double ratio = Math.exp(-Grid.STEP * (off + Grid.STEP / 2) * precision);
        for (int j = nearest + 1; j < row.length; j++) {
            row[j] = row[j - 1] * ratio;
            ratio *= shrink;
            sum += row[j];
        }
        ratio = Math.exp(Grid.STEP * (off - Grid.STEP / 2) * precision);
        for (int j = nearest - 1; j >= 0; j--) {
            row[j] = row[j + 1] * ratio;
            ratio *= shrink;
            sum += row[j];
        }
        for (int j = 0; j < row.length; j++) {
            row[j] /= sum;
        }
    }
}
