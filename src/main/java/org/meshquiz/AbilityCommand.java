package org.meshquiz;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.meshquiz.commands.AbilityLines;
import picocli.CommandLine.Command;

/** {@code ability engine}: the level estimate alone, for other programs and for research. */
@Command(name = "ability", mixinStandardHelpOptions = true, description = "The level estimate alone.")
final class AbilityCommand {

    @Command(
            mixinStandardHelpOptions = true,
            description = "Answers requests, one JSON object a line, until the input ends.")
    int engine() {
        try {
            new AbilityLines().serve(System.in, System.out);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
