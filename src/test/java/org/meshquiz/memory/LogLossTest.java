package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.memory.ChatAnswer.Confidence;

class LogLossTest {
    private static final double TOLERANCE = 1e-12;

    /** A right answer had the chance g + (1-g)·R, a wrong one the rest; a tap takes luck out. */
    @ParameterizedTest(name = "{1} {0} with luck of {2}: chance {3}")
    @CsvSource({
        "true,  PLAIN,   0.25, 0.85",
        "true,  PLAIN,   0,    0.8",
        "false, PLAIN,   0.25, 0.15",
        "false, PLAIN,   0,    0.2",
        "true,  GUESSED, 0.25, 0.2",
        "true,  EASY,    0.25, 0.8",
        "false, EASY,    0.25, 0.15"
    })
    void lossIsTheLogarithmOfTheChanceOfTheAnswer(boolean correct, Confidence said, double luck, double chance) {
        double loss = LogLoss.of(new ChatAnswer(correct, luck, said), 0.8);
        assertThat(Math.exp(-loss)).isCloseTo(chance, within(TOLERANCE));
    }

    @Test
    void luckFlattensTheSlopeOfARightAnswer() {
        // Minus (1-g) over the chance of a right answer.
        assertThat(LogLoss.slope(new ChatAnswer(true, 0.25, Confidence.PLAIN), 0.8))
                .isCloseTo(-0.75 / 0.85, within(TOLERANCE));
        assertThat(LogLoss.slope(new ChatAnswer(true, 0.5, Confidence.PLAIN), 0.8))
                .isCloseTo(-0.5 / 0.9, within(TOLERANCE));
        assertThat(LogLoss.slope(new ChatAnswer(false, 0.5, Confidence.PLAIN), 0.8))
                .isCloseTo(5, within(TOLERANCE));
    }

    @Test
    void onlyLongTermReviewsFromTheMomentOnAreCounted() {
        ChatAnswer typed = new ChatAnswer(true, 0, Confidence.PLAIN);
        History history = new History(
                List.of(
                        new Review(Instant.parse("2026-01-01T12:00:00Z"), typed),
                        new Review(Instant.parse("2026-01-01T13:00:00Z"), typed),
                        new Review(Instant.parse("2026-01-03T12:00:00Z"), typed)),
                ZoneOffset.UTC);
        // First stability 2.3065 days, unmoved on the same day, then two days: (1 + 0.98034649 * 2 / 2.3065)^-0.1542.
        double expected = 0.1542 * Math.log1p(0.9803464944134797 * 2 / 2.3065);

        assertThat(LogLoss.mean(Parameters.DEFAULT, List.of(history), Instant.MIN))
                .isCloseTo(expected, within(TOLERANCE));
        assertThat(LogLoss.mean(Parameters.DEFAULT, List.of(history), Instant.parse("2026-01-03T12:00:01Z")))
                .isNaN();
    }
}
