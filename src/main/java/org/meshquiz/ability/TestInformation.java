package org.meshquiz.ability;

import java.util.Collection;
import java.util.Comparator;

/**
 * Fisher information: how sharply questions tell abilities near a point apart. The informations of several questions add
 * up, and the inverse of their sum is the variance that they leave of somebody of whom nothing else is known.
 */
public final class TestInformation {
    /** Of a test that ends in a pair of levels for somebody in the middle of the two: the doubt it may leave. */
    private static final double SD_FOR_PAIR = 0.51;

    /** What the reference population tells of everybody beforehand. */
    private static final double PRIOR_INFORMATION = 1;

    private TestInformation() {}

    /**
     * A question of which only this is known.
     *
     * @param label the level that its author gave it
     * @param guessing the chance of a lucky hit, in (0, 1)
     */
    public record Question(Band label, double guessing) {
        private double right(int point) {
            double knows = Parameters.prior(label).knows(point);
            return knows * (1 - Evidence.SLIP) + (1 - knows) * guessing;
        }
    }

    /**
     * The information of one question.
     *
     * @param theta the ability at which it is asked for, -3.8 to 3.8; rounded to the nearest tenth
     */
    public static double of(Question question, double theta) {
        int above = (int) Math.round(theta / Grid.STEP) + Grid.SIZE / 2;
        double low = question.right(above - 1);
        double high = question.right(above);
        double slope = (high - low) / Grid.STEP;
        double right = (high + low) / 2;
        return slope * slope / (right * (1 - right));
    }

    /** The information of the best so many questions: what a test that chooses well can reach at an ability. */
    public static double ofBest(Collection<Question> questions, int number, double theta) {
        return questions.stream()
                .map(question -> of(question, theta))
                .sorted(Comparator.reverseOrder())
                .limit(number)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The information that naming a pair of levels takes in the middle of the two: their width is 3.9 times the sd. */
    public static double neededForPair() {
        return 1 / (SD_FOR_PAIR * SD_FOR_PAIR) - PRIOR_INFORMATION;
    }
}
