package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers were computed from the published formulas in another language. */
class FsrsTest {
    private final Fsrs fsrs = new Fsrs(Parameters.DEFAULT);

    @ParameterizedTest
    @CsvSource({"0, 10, 1", "10, 10, 0.9", "5, 10, 0.9403442888929227", "100, 3, 0.5814103668677308"})
    void recallFallsAlongThePublishedCurve(double days, double stability, double recall) {
        assertThat(fsrs.retrievability(days, stability)).isCloseTo(recall, within(1e-12));
    }

    @Test
    void timeThatRunsBackwardsCountsAsNone() {
        assertThat(fsrs.retrievability(-3, 10)).isEqualTo(1);
        MemoryState state = new MemoryState(10, 5);
        for (Rating rating : Rating.values()) {
            assertThat(fsrs.next(state, -3, rating)).isEqualTo(fsrs.next(state, 0, rating));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1})
    void aStabilityThatIsNoneIsRefused(double stability) {
        assertThatIllegalArgumentException().isThrownBy(() -> fsrs.retrievability(1, stability));
        assertThatIllegalArgumentException().isThrownBy(() -> fsrs.interval(stability, 0.9, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryState(stability, 5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0.99, 10.01})
    void aDifficultyOffTheScaleIsRefused(double difficulty) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryState(1, difficulty));
    }

    @Test
    void elapsedDaysThatAreNoNumberAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fsrs.retrievability(Double.NaN, 1))
                .withMessageStartingWith("the elapsed days are NaN");
    }

    @ParameterizedTest(name = "{0} days at {1}: {2}")
    @CsvSource({
        "10, 0.9, 10",
        "10, 0.8, 33",
        "10, 0.85, 19",
        "10, 0.95, 4",
        "37, 0.95, 15",
        "37, 0.8, 123",
        "0.01, 0.9, 1"
    })
    void anIntervalLastsUntilRecallHasFallenToTheWish(double stability, double retention, int days) {
        assertThat(fsrs.interval(stability, retention, 36_500)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2", "3.5, 4", "4.5, 4"})
    void halfADayGoesToTheEvenNumber(double stability, int days) {
        assertThat(fsrs.interval(stability, 0.9, 36_500)).isEqualTo(days);
    }

    @Test
    void noIntervalIsLongerThanTheMaximum() {
        assertThat(fsrs.interval(36_500, 0.7, 365)).isEqualTo(365);
        assertThat(fsrs.interval(36_500, 0.01, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> fsrs.interval(1, 0.9, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, 1})
    void aRetentionThatIsNoChanceIsRefused(double retention) {
        assertThatIllegalArgumentException().isThrownBy(() -> fsrs.interval(1, retention, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scheduler(fsrs, retention, 100, Steps.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3, 1, 20, 400, 36_500})
    void aLapseNeverRaisesStability(double stability) {
        for (int days : new int[] {1, 10, 1000}) {
            MemoryState lapsed = fsrs.next(new MemoryState(stability, 5), days, Rating.AGAIN);
            assertThat(lapsed.stability()).isLessThanOrEqualTo(stability);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Rating.class,
            names = {"HARD", "GOOD", "EASY"})
    void recallNeverLowersStability(Rating rating) {
        for (double stability : new double[] {0.001, 1, 400, 36_500}) {
            for (int days : new int[] {0, 1, 1000}) {
                MemoryState recalled = fsrs.next(new MemoryState(stability, 9), days, rating);
                assertThat(recalled.stability()).isGreaterThanOrEqualTo(stability);
            }
        }
    }

    @Test
    void anAgeOfReviewsStaysOnTheScales() {
        for (Rating rating : Rating.values()) {
            MemoryState state = fsrs.first(rating);
            for (int i = 0; i < 1000; i++) {
                state = fsrs.next(state, i % 3 == 0 ? 0 : 5000, rating);
            }
            assertThat(state.stability()).isBetween(0.001, 36_500.0);
            assertThat(state.difficulty()).isBetween(1.0, 10.0);
        }
    }

    @Test
    void gradesAreNumberedFromOneToFour() {
        for (Rating rating : Rating.values()) {
            assertThat(Rating.ofGrade(rating.grade())).isSameAs(rating);
        }
        assertThat(Rating.ofGrade(1)).isSameAs(Rating.AGAIN);
        assertThat(Rating.ofGrade(4)).isSameAs(Rating.EASY);
        assertThatIllegalArgumentException().isThrownBy(() -> Rating.ofGrade(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Rating.ofGrade(5));
    }
}
