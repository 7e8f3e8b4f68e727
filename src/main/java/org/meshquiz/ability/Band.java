package org.meshquiz.ability;

import java.util.List;

/**
 * The four levels as bands of ability. Ability (theta) is measured in standard deviations of a reference population
 * whose mean is 0; a band holds its lower cut and ends before the next one.
 */
public enum Band {
    JUNIOR(0, Double.NEGATIVE_INFINITY, -1.2),
    MIDDLE(1, -0.7, -0.2),
    SENIOR(2, 0.3, 0.8),
    EXPERT(3, 1.3, 1.8);

    private static final List<Band> ALL = List.of(values());

    private final int rank;
    private final double lower;
    private final double centre;

    Band(int rank, double lower, double centre) {
        this.rank = rank;
        this.lower = lower;
        this.centre = centre;
    }

    /** 0 for the lowest level to 3 for the highest: its place in every array of bands. */
    public int rank() {
        return rank;
    }

    /** The lowest ability of the band, negative infinity for the first. */
    public double lower() {
        return lower;
    }

    /** Where the difficulties of this level's questions are centred. */
    public double centre() {
        return centre;
    }

    /** The level of a rank, 0 to 3. */
    public static Band ofRank(int rank) {
        return ALL.get(rank);
    }

    /** The band that holds an ability or a difficulty. */
    public static Band at(double theta) {
        if (theta >= EXPERT.lower) {
            return EXPERT;
        }
        if (theta >= SENIOR.lower) {
            return SENIOR;
        }
        return theta >= MIDDLE.lower ? MIDDLE : JUNIOR;
    }
}
