package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.memory.ChatAnswer.Confidence;

class GradientTest {
    private static final int HISTORIES = 200;
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void slopesAgreeWithFiniteDifferences(long seed) {
        List<History> histories = histories(seed);
        Parameters parameters = parameters(seed);
        double[] slopes = slopes(parameters, histories);

        for (int i = 0; i < Parameters.COUNT; i++) {
            double difference =
                    (loss(moved(parameters, i, STEP), histories) - loss(moved(parameters, i, -STEP), histories))
                            / (2 * STEP);
            assertThat(slopes[i])
                    .as("w%d of %s", i, parameters)
                    .isCloseTo(difference, within(TOLERANCE * Math.max(1, Math.abs(difference))));
        }
    }

    @Test
    void everyWeightThatChatAnswersUseHasASlope() {
        double[] slopes = slopes(Parameters.DEFAULT, histories(0));

        // No chat answer is rated Hard.
        assertThat(slopes[1]).isZero();
        assertThat(slopes[15]).isZero();
        slopes[1] = 1;
        slopes[15] = 1;
        assertThat(Arrays.stream(slopes))
                .allSatisfy(slope -> assertThat(Math.abs(slope)).isGreaterThan(1e-3));
    }

    private static double[] slopes(Parameters parameters, List<History> histories) {
        Gradient gradient = new Gradient(parameters);
        histories.forEach(history -> gradient.add(history, importance(history)));
        return gradient.slopes();
    }

    private static double loss(Parameters parameters, List<History> histories) {
        Fsrs fsrs = new Fsrs(parameters);
        return histories.stream()
                .mapToDouble(history -> LogLoss.weighted(fsrs, history, importance(history)))
                .sum();
    }

    private static double[] importance(History history) {
        return IntStream.range(0, history.size()).mapToDouble(i -> 0.5 + i).toArray();
    }

    private static Parameters moved(Parameters parameters, int index, double by) {
        double[] weights = parameters.toArray();
        weights[index] += by;
        return Parameters.of(weights);
    }

    /** Parameters around the usual ones, far enough inside the bounds to take a step. */
    private static Parameters parameters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = Parameters.DEFAULT.toArray();
        weights[7] = 0.05;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= random.nextDouble(0.8, 1.25);
        }
        return Parameters.of(weights);
    }

    /** Histories with every kind of answer, many of them on one day. */
    private static List<History> histories(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            Instant at = Instant.parse("2026-01-01T12:00:00Z");
            List<Review> reviews = new ArrayList<>();
            int length = random.nextInt(1, 9);
            for (int j = 0; j < length; j++) {
                reviews.add(new Review(at, answer(random)));
                at = at.plus(Duration.ofDays(random.nextInt(4) == 0 ? 0 : random.nextInt(1, 60)));
            }
            histories.add(new History(reviews, ZoneOffset.UTC));
        }
        return histories;
    }

    private static ChatAnswer answer(SplittableRandom random) {
        double[] luck = {0, 0.25, 0.5};
        boolean correct = random.nextInt(3) > 0;
        Confidence said =
                random.nextInt(4) > 0 ? Confidence.PLAIN : random.nextBoolean() ? Confidence.GUESSED : Confidence.EASY;
        return new ChatAnswer(correct, luck[random.nextInt(luck.length)], said);
    }
}
