package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.memory.Fuzz.Window;

class FuzzTest {
    /** By hand from the reach of 1 day and 15, 10 and 5 % of the stretches 2.5 to 7, 7 to 20 and above. */
    @ParameterizedTest(name = "{0} of at most {1}: {2} to {3}")
    @CsvSource({
        "1,   36500, 1,   1",
        "2,   36500, 2,   2",
        "3,   36500, 2,   4",
        "7,   36500, 5,   9",
        "10,  36500, 8,   12",
        "20,  36500, 17,  23",
        "100, 36500, 93,  107",
        "100, 100,   93,  100",
        "400, 100,   93,  100",
        "365, 365,   345, 365"
    })
    void theWindowWidensWithTheInterval(int interval, int maximum, int from, int to) {
        assertThat(Fuzz.window(interval, maximum)).isEqualTo(new Window(from, to));
    }

    @Test
    void anIntervalOfNoDaysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fuzz.window(0, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> Fuzz.window(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, 4));
    }

    @Test
    void theDayWithTheLeastPlannedIsTaken() {
        IntUnaryOperator load = day -> day == 96 ? 2 : 3;
        for (int repetition = 0; repetition < 50; repetition++) {
            assertThat(new Window(93, 107).lightest(load, Fuzz.seed(1, "q", repetition)))
                    .isEqualTo(96);
        }
    }

    @Test
    void noDayIsOutsideTheWindowAndAllInsideAreTakenAlike() {
        int[] taken = new int[108];
        for (int learner = 0; learner < 15_000; learner++) {
            taken[new Window(93, 107).lightest(day -> 0, Fuzz.seed(learner, "istio-mtls", 3))]++;
        }
        // 1,000 each are expected; six standard deviations of a fair draw are 183.
        assertThat(Arrays.stream(taken, 93, 108))
                .allSatisfy(count -> assertThat(count).isBetween(817, 1183));
        assertThat(Arrays.stream(taken, 0, 93).sum()).isZero();
    }

    @Test
    void theSameRepetitionIsPlannedForTheSameDayAgain() {
        // Day 101 was computed in another language: planning must not move when the program is built anew.
        assertThat(new Window(93, 107).lightest(day -> 0, Fuzz.seed(42, "istio-mtls", 3)))
                .isEqualTo(101);
    }

    @Test
    void learnerQuestionAndRepetitionEachChangeTheSeed() {
        long seed = Fuzz.seed(1, "q", 1);
        assertThat(Fuzz.seed(2, "q", 1)).isNotEqualTo(seed);
        assertThat(Fuzz.seed(1, "r", 1)).isNotEqualTo(seed);
        assertThat(Fuzz.seed(1, "q", 2)).isNotEqualTo(seed);
    }

    @Test
    void questionsLearnedTogetherComeBackEvenly() {
        int[] planned = new int[13];
        IntStream.range(0, 50).forEach(question -> {
            int day = Fuzz.window(10, 365).lightest(ahead -> planned[ahead], Fuzz.seed(7, "question-" + question, 1));
            planned[day]++;
        });
        assertThat(Arrays.copyOfRange(planned, 8, 13)).containsOnly(10);
    }
}
