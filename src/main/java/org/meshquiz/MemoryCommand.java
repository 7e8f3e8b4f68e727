package org.meshquiz;

import java.io.IOException;
import org.meshquiz.commands.MemoryLines;
import org.meshquiz.commands.ProgressBar;
import picocli.CommandLine.Command;

/** {@code memory replay} and {@code memory fit}: the memory model on JSON lines. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false,
        description = "Runs the memory model on JSON lines from standard input.")
final class MemoryCommand {

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reads review histories and writes the state after each review, one history a line.")
    int replay() throws IOException {
        return MemoryLines.replay(System.in, System.out);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Reads a review log, fits the parameters, and says whether they foretell newer reviews better.")
    int fit() throws IOException {
        return MemoryLines.fit(System.in, System.out, ProgressBar.onStandardError());
    }
}
