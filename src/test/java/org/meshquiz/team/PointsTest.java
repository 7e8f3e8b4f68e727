package org.meshquiz.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

    @ParameterizedTest
    @CsvSource({"0.25, 15", "0.5, 10", "0.9, 2", "1, 0"})
    void aNewQuestionIsWorthMoreTheHarderItIsForThePerson(double chance, double points) {
        assertThat(Points.firstMeeting(chance)).isCloseTo(points, within(1e-9));
    }

    @Test
    void whoGuessesGainsNoMoreWithHopelessQuestionsThanWithFairOnes() {
        double hopeless = 0.25 * Points.firstMeeting(0.25);
        double fair = 0.5 * Points.firstMeeting(0.5);
        assertThat(hopeless).isLessThan(fair);
    }

    @Test
    void failingAQuestionOnPurposeToBeAskedAgainBringsLessThanKnowingIt() {
        // A question that is failed every other day stays at a day or so of stability; one that is known is asked
        // rarely.
        double daysOfAMonth = 30;
        double failedOnPurpose = daysOfAMonth / 2 * Points.repeat(10, 1);
        double newQuestionsInThatTime = daysOfAMonth * 0.5 * Points.firstMeeting(0.5);
        assertThat(failedOnPurpose).isLessThan(newQuestionsInThatTime / 4);
    }

    @Test
    void aRepeatIsWorthMoreTheHarderItIsAndTheLongerItWasKept() {
        assertThat(Points.repeat(10, 64)).isCloseTo(10, within(1e-9));
        assertThat(Points.repeat(1, 64)).isCloseTo(5, within(1e-9));
        assertThat(Points.repeat(10, 8)).isBetween(Points.repeat(10, 1), Points.repeat(10, 64));
        assertThat(Points.repeat(10, 5_000)).isCloseTo(10, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void whatIsNoChanceIsRefused(double chance) {
        assertThatIllegalArgumentException().isThrownBy(() -> Points.firstMeeting(chance));
    }

    @Test
    void aDayCountsAtMostSixtyPoints() {
        assertThat(Points.ofDay(59.5)).isEqualTo(59.5);
        assertThat(Points.ofDay(400)).isEqualTo(60);
    }
}
