package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SlackCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        // Buffered and never flushed by anybody else, as the program's own output.
        CommandLine line = Main.commandLine()
                .setOut(new PrintWriter(new BufferedWriter(out)))
                .setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    @Test
    void theManifestIsPrintedWhole() {
        assertThat(run("slack", "manifest")).isZero();
        assertThat(out.toString()).startsWith("display_information:").endsWith("token_rotation_enabled: false\n");
    }

    @Test
    void anAddressThatSlackWouldNotTakeIsRefusedWithTheRemedy() {
        assertThat(run("slack", "manifest", "--url", "http://quiz.example.org/hooks/slack"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--url is no https address").contains("leave it out");
        assertThat(out.toString()).isEmpty();
    }
}
