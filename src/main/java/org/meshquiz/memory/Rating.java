package org.meshquiz.memory;

/** How well a question was recalled, on the four-step scale of FSRS. */
public enum Rating {
    /** Not recalled. */
    AGAIN(1),
    /** Recalled with effort. */
    HARD(2),
    /** Recalled. */
    GOOD(3),
    /** Recalled at once. */
    EASY(4);

    private final int grade;

    Rating(int grade) {
        this.grade = grade;
    }

    /** The grade G in the formulas: 1 for {@link #AGAIN} to 4 for {@link #EASY}. */
    public int grade() {
        return grade;
    }

    /**
     * The rating of a grade from 1 to 4.
     *
     * @throws IllegalArgumentException if the grade is another number
     */
    public static Rating ofGrade(int grade) {
        return switch (grade) {
            case 1 -> AGAIN;
            case 2 -> HARD;
            case 3 -> GOOD;
            case 4 -> EASY;
            default ->
                throw new IllegalArgumentException(
                        "a grade of " + grade + " is outside 1 to 4; give 1 Again, 2 Hard, 3 Good or 4 Easy");
        };
    }
}
