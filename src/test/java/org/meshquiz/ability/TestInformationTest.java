package org.meshquiz.ability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestInformationTest {
    private static final TestInformation.Question FOUR_OPTIONS = new TestInformation.Question(Band.SENIOR, 0.25);
    private static final TestInformation.Question TYPED = new TestInformation.Question(Band.SENIOR, 0.02);

    @Test
    void theInformationIsTheCurvatureOfHowFarTwoNearAbilitiesAnswerApart() {
        // Kullback–Leibler divergence between abilities a distance apart is half its square times the information.
        Item item = Item.labelled("q", Band.SENIOR, Format.single(4), "t");
        int point = 46;
        double here = item.right(point);
        double there = item.right(point + 1);
        double divergence = here * Math.log(here / there) + (1 - here) * Math.log((1 - here) / (1 - there));
        double theta = (Grid.point(point) + Grid.point(point + 1)) / 2;
        assertThat(TestInformation.of(FOUR_OPTIONS, theta))
                .isCloseTo(2 * divergence / (Grid.STEP * Grid.STEP), within(0.01));
    }

    @Test
    void aQuestionTellsMostNearItsOwnLevelAndLuckTakesAway() {
        for (Band other : List.of(Band.JUNIOR, Band.MIDDLE)) {
            assertThat(TestInformation.of(TYPED, Band.SENIOR.centre()))
                    .isGreaterThan(TestInformation.of(TYPED, other.centre()));
        }
        assertThat(TestInformation.of(TYPED, 0.8)).isGreaterThan(1.4 * TestInformation.of(FOUR_OPTIONS, 0.8));
    }

    @Test
    void informationsAddUpAndOnlyTheBestCount() {
        List<TestInformation.Question> ten = Collections.nCopies(10, TYPED);
        double one = TestInformation.of(TYPED, 0.3);
        assertThat(TestInformation.ofBest(ten, 20, 0.3)).isCloseTo(10 * one, within(1e-9));
        assertThat(TestInformation.ofBest(ten, 4, 0.3)).isCloseTo(4 * one, within(1e-9));
        assertThat(TestInformation.ofBest(List.of(), 4, 0.3)).isZero();
    }

    @Test
    void whatIsNeededForAPairIsEnoughInTheMiddleOfTheTwo() {
        double sd = 1 / Math.sqrt(1 + TestInformation.neededForPair());
        double[] bands =
                Posterior.prior(new Population(Band.SENIOR.lower(), sd)).bands();
        assertThat(bands[Band.MIDDLE.rank()] + bands[Band.SENIOR.rank()]).isCloseTo(Verdict.PAIR, within(0.005));
    }
}
