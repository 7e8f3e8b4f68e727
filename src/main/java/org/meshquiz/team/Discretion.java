package org.meshquiz.team;

/** How much is told about a group of people of whom nobody has agreed to be shown. */
public final class Discretion {
    /** Figures of fewer people than this would be figures of a person. */
    public static final int FEWEST_PEOPLE = 5;

    private Discretion() {}

    /** Whether figures of that many people may be shown. */
    public static boolean allows(int people) {
        return people >= FEWEST_PEOPLE;
    }
}
