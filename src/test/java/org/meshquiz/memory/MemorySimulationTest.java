package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.memory.MemorySimulation.Figures;
import org.meshquiz.memory.MemorySimulation.Way;

/** A year of the {@link MemorySimulation} with fewer questions, against figures of an independent simulation. */
class MemorySimulationTest {
    private static final int QUESTIONS = 6_000;
    private static final int YEAR = 365;

    @ParameterizedTest
    @CsvSource({"ORACLE, 0.884", "NAIVE, 0.859", "GUESS_AWARE, 0.881", "GUESS_TAPPED, 0.889"})
    void recallAtReviewWithFourOptionsIsAsPublished(Way way, double recall) {
        Figures figures = MemorySimulation.run(way, 4, QUESTIONS, YEAR, 7);
        assertThat(figures.recall()).isCloseTo(recall, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"NAIVE, 0.107", "GUESS_AWARE, 0.051"})
    void weakDaysWithTwoOptionsAreAsPublished(Way way, double weak) {
        Figures figures = MemorySimulation.run(way, 2, QUESTIONS, YEAR, 7);
        assertThat(figures.weak()).isCloseTo(weak, within(0.01));
    }

    @Test
    void withoutLuckThereIsNothingToCorrect() {
        int typed = Integer.MAX_VALUE;
        Figures naive = MemorySimulation.run(Way.NAIVE, typed, 500, YEAR, 7);
        Figures aware = MemorySimulation.run(Way.GUESS_AWARE, typed, 500, YEAR, 7);
        assertThat(aware.recall()).isCloseTo(naive.recall(), within(1e-3));
    }
}
