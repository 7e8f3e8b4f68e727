package org.meshquiz.bank.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals against the tables of Newcombe, Statistics in Medicine 17 (1998), pages 857-872 and 873-890. */
class IntervalTest {
    private static final double PRINTED = 0.00005;

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void aShareLiesWhereTheScoreMethodPutsIt(int successes, int trials, double low, double high) {
        Interval interval = Interval.wilson(successes, trials);

        assertThat(interval.low()).isCloseTo(low, within(PRINTED));
        assertThat(interval.high()).isCloseTo(high, within(PRINTED));
    }

    @ParameterizedTest
    @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "6, 7, 2, 7, 0.0582, 0.8062"})
    void twoSharesLieApartAsTheHybridScoreMethodPutsIt(
            int first, int of, int second, int other, double low, double high) {
        Interval apart = Interval.apart(new Count(first, of), new Count(second, other));
        Interval swapped = Interval.apart(new Count(second, other), new Count(first, of));

        assertThat(apart.low()).isCloseTo(low, within(PRINTED));
        assertThat(apart.high()).isCloseTo(high, within(PRINTED));
        assertThat(swapped).isEqualTo(apart);
    }

    @Test
    void sharesThatMayBeEqualAreNotApart() {
        Interval apart = Interval.apart(new Count(5, 56), new Count(0, 29));

        assertThat(apart.low()).isZero();
        assertThat(apart.high()).isCloseTo(0.1926, within(PRINTED));
    }

    @Test
    void nothingIsKnownOfNoTrials() {
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.wilson(0, 0));
    }

    @Test
    void aLimitIsBrokenOnlyWhenTheWholeIntervalLiesAboveIt() {
        assertThat(Measure.of("x", new Count(15, 148), 0.0623, "mend").broken()).isTrue();
        assertThat(Measure.of("x", new Count(15, 148), 0.0625, "mend").broken()).isFalse();
    }
}
