package org.meshquiz.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final ProgressBar bar = new ProgressBar(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    @Test
    void theBarGrowsOverItselfAndEndsItsLine() {
        bar.accept(0.25);
        bar.accept(1);

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r[##########                              ]  25 %"
                        + "\r[########################################] 100 %" + System.lineSeparator());
    }

    @Test
    void nothingIsDrawnUntilAnotherPerCentIsDone() {
        bar.accept(0.251);
        int drawn = terminal.size();
        bar.accept(0.259);

        assertThat(terminal.size()).isEqualTo(drawn);
    }
}
