package org.meshquiz.memory;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.meshquiz.memory.ChatAnswer.Confidence;

/**
 * How well questions stay known over a long time when chat answers, some of them lucky, decide when they come back.
 *
 * <p>All questions are met on day 0, about a third of them known before. A simulated person answers whenever one is
 * due: right if it is known, or by luck. Four ways of listening to the answers are compared: an oracle that sees what
 * was known, the naive one that takes every right answer for knowledge, {@link ChatMemory}, and the same with people
 * who own up to 70 % of their lucky guesses. The same seed gives the same figures.
 *
 * <p>To run it: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dmain.class=org.meshquiz.memory.MemorySimulation}
 */
public final class MemorySimulation {
    private static final double RETENTION = 0.90;
    private static final int LONGEST_INTERVAL = 36_500;
    /** Share of lucky guesses that are owned up to where the button for it is used. */
    private static final double HONESTY = 0.7;

    private final Fsrs fsrs = new Fsrs(Parameters.DEFAULT);
    private final ChatMemory memory = new ChatMemory(fsrs);
    private final Way way;
    private final double luck;
    private final RandomGenerator random;

    private double recallAtReviews;
    private long reviews;
    private long weakDays;

    private MemorySimulation(Way way, int options, long seed) {
        this.way = way;
        this.luck = 1.0 / options;
        this.random = new SplittableRandom(seed);
    }

    /** How the answers are listened to. */
    enum Way {
        ORACLE,
        NAIVE,
        GUESS_AWARE,
        GUESS_TAPPED
    }

    /**
     * What came of it.
     *
     * @param recall mean true recall at the moment of a review, 0 to 1
     * @param weak share of days, over all questions, on which true recall was below 0.7
     * @param reviewsPerDay over all questions
     */
    record Figures(double recall, double weak, double reviewsPerDay) {}

    /** Prints the figures of a year with 60,000 questions, for four and for two options. */
    public static void main(String[] arguments) {
        System.out.printf("%-8s%-14s%8s%12s%13s%n", "options", "way", "recall", "below 0.7", "reviews/day");
        for (int options : new int[] {4, 2}) {
            for (Way way : Way.values()) {
                Figures figures = run(way, options, 60_000, 365, 1);
                System.out.printf(
                        Locale.ROOT,
                        "%-8d%-14s%8.3f%11.1f%%%13.0f%n",
                        options,
                        way.name().toLowerCase(Locale.ROOT),
                        figures.recall(),
                        100 * figures.weak(),
                        figures.reviewsPerDay());
            }
        }
    }

    static Figures run(Way way, int options, int questions, int days, long seed) {
        MemorySimulation simulation = new MemorySimulation(way, options, seed);
        for (int question = 0; question < questions; question++) {
            simulation.question(days);
        }
        return new Figures(
                simulation.recallAtReviews / simulation.reviews,
                (double) simulation.weakDays / questions / days,
                (double) simulation.reviews / days);
    }

    private void question(int days) {
        boolean known = random.nextDouble() < ChatMemory.FIRST_RECALL;
        SimulatedMemory truth = SimulatedMemory.met(fsrs, random, 0, known);
        MemoryState believed = memory.first(answer(known));
        int due = interval(believed);
        int last = 0;
        for (int day = 1; day <= days; day++) {
            double recall = truth.recall(day);
            weakDays += recall < 0.7 ? 1 : 0;
            if (day == due) {
                recallAtReviews += recall;
                reviews++;
                believed = memory.next(believed, day - last, answer(truth.review(day)));
                last = day;
                due = day + interval(believed);
            }
        }
    }

    private int interval(MemoryState state) {
        return fsrs.interval(state.stability(), RETENTION, LONGEST_INTERVAL);
    }

    /** What the scheduler gets to hear. */
    private ChatAnswer answer(boolean known) {
        boolean lucky = !known && random.nextDouble() < luck;
        return switch (way) {
            case ORACLE -> new ChatAnswer(known, 0, Confidence.PLAIN);
            case NAIVE -> new ChatAnswer(known || lucky, 0, Confidence.PLAIN);
            case GUESS_AWARE -> new ChatAnswer(known || lucky, luck, Confidence.PLAIN);
            case GUESS_TAPPED ->
                new ChatAnswer(
                        known || lucky,
                        luck,
                        lucky && random.nextDouble() < HONESTY ? Confidence.GUESSED : Confidence.PLAIN);
        };
    }
}
