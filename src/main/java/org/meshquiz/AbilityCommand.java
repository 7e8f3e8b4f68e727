package org.meshquiz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.meshquiz.commands.AbilityLines;
import org.meshquiz.quiz.AbilityRebuild;
import picocli.CommandLine.Command;

/** {@code ability engine}: the level estimate alone, for other programs; {@code ability rebuild}: all levels anew. */
@Command(name = "ability", mixinStandardHelpOptions = true, description = "The level estimate.")
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

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Makes all levels anew from the log of answers and replaces those that were stored otherwise.")
    int rebuild() {
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        AbilityRebuild.Outcome done = Databases.with(config, database -> new AbilityRebuild(database).run());
        System.out.printf(
                "%d people, %d levels from the log, %d of them stored otherwise and replaced%n",
                done.people(), done.levels(), done.replaced());
        return 0;
    }
}
