package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.memory.ChatAnswer.Confidence;

/** Questions come back once, after ten days; the stability that makes their recall exact is known in closed form. */
class FirstStabilitiesTest {
    private static final int DAYS = 10;

    @ParameterizedTest(name = "recall of {0} after ten days: {1} days")
    @CsvSource({"0.6, 0.3705", "0.7, 1.0767", "0.8, 3.0157"})
    void theSearchFindsTheStabilityBehindTheRecall(double recall, double days) {
        Parameters found = search(histories(true, recall, 0));
        assertThat(found.weight(2)).isCloseTo(days, within(0.01 * days));
    }

    @Test
    void luckIsTakenOutOfWhatWasRight() {
        // A quarter of what is not recalled is guessed: 0.25 + 0.75 * 0.6 = 0.7.
        Parameters found = search(histories(false, 0.7, 0.25));
        assertThat(found.weight(0)).isCloseTo(0.3705, within(0.004));
    }

    @Test
    void aBetterFirstRatingNeverGetsALowerStability() {
        List<History> log = new ArrayList<>(histories(false, 0.8, 0));
        log.addAll(histories(true, 0.6, 0));

        Parameters found = search(log);

        assertThat(List.of(found.weight(0), found.weight(1), found.weight(2), found.weight(3)))
                .isSorted();
        assertThat(found.weight(0)).isCloseTo(3.0157, within(0.03));
        assertThat(found.weight(2)).isEqualTo(found.weight(0));
    }

    @Test
    void withoutASecondReviewNothingMoves() {
        assertThat(search(List.of())).isEqualTo(Parameters.DEFAULT);
    }

    private static Parameters search(List<History> log) {
        return new FirstStabilities(new Fsrs(Parameters.DEFAULT), log).from(Parameters.DEFAULT);
    }

    /** A thousand typed first answers, all alike, and that share of the second ones right. */
    private static List<History> histories(boolean first, double right, double luck) {
        Instant met = Instant.parse("2026-01-01T12:00:00Z");
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            ChatAnswer second = new ChatAnswer(i < 1000 * right, luck, Confidence.PLAIN);
            histories.add(new History(
                    List.of(
                            new Review(met, new ChatAnswer(first, 0, Confidence.PLAIN)),
                            new Review(met.plus(Duration.ofDays(DAYS)), second)),
                    ZoneOffset.UTC));
        }
        return histories;
    }
}
