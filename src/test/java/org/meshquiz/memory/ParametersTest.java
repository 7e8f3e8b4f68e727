package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    @ParameterizedTest(name = "w{0} = {1}")
    @CsvSource({"0, 0", "3, 100.1", "7, 0.76", "15, 1.01", "16, 0.99", "20, 0.09", "20, 0.81", "4, NaN"})
    void aWeightOutsideItsBoundsIsRefusedByName(int index, double value) {
        double[] weights = Parameters.DEFAULT.toArray();
        weights[index] = value;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(weights))
                .withMessageStartingWith("w" + index + " is " + value + ", outside ");
    }

    @Test
    void clippingMovesAWeightToTheNearestBoundAndLeavesTheOthers() {
        double[] weights = Parameters.DEFAULT.toArray();
        weights[0] = -3;
        weights[20] = 5;

        Parameters clipped = Parameters.clipped(weights);

        weights[0] = 0.001;
        weights[20] = 0.8;
        assertThat(clipped).isEqualTo(Parameters.of(weights));
    }

    @Test
    void clippingDoesNotHideANumberThatIsNone() {
        double[] weights = Parameters.DEFAULT.toArray();
        weights[9] = Double.NaN;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.clipped(weights))
                .withMessageStartingWith("w9 is NaN");
    }

    @Test
    void theOlderModelWithFewerWeightsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(new double[19]))
                .withMessage("FSRS-6 has 21 weights, here are 19; give w0 to w20");
    }

    @Test
    void arraysGivenAndTakenDoNotChangeParameters() {
        double[] given = Parameters.DEFAULT.toArray();
        Parameters parameters = Parameters.of(given);
        given[0] = 50;
        parameters.toArray()[0] = 60;

        assertThat(parameters).isEqualTo(Parameters.DEFAULT).hasSameHashCodeAs(Parameters.DEFAULT);
    }
}
