package org.meshquiz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.meshquiz.commands.AbilityLines;
import org.meshquiz.quiz.AbilityRebuild;
import org.meshquiz.store.Calibrations.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code ability engine}: the level estimate alone, for other programs; {@code ability rebuild}: all levels anew; {@code
 * ability calibrations} and {@code ability revert}: what was learned of the questions.
 */
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
        AbilityRebuild.Outcome done = Databases.with(config(), database -> new AbilityRebuild(database).run());
        System.out.printf(
                "%d people, %d levels from the log, %d of them stored otherwise and replaced%n",
                done.people(), done.levels(), done.replaced());
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists what was learned of the questions of each skill from first answers, newest first.")
    int calibrations() {
        System.out.printf(
                "%7s %-14s %-20s %7s %6s  %-12s %s%n", "version", "skill", "made", "answers", "people", "team", "");
        for (Version each : Databases.with(
                config(), database -> database.write(tx -> tx.calibrations().all()))) {
            System.out.printf(
                    Locale.ROOT,
                    "%7d %-14s %-20s %7d %6d  %+.2f ± %.2f %s%n",
                    each.version(),
                    each.skill(),
                    each.madeAt().truncatedTo(ChronoUnit.SECONDS),
                    each.answers(),
                    each.people(),
                    each.team().mean(),
                    each.team().sd(),
                    each.revertedAt() == null ? "" : "reverted");
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes the newest calibration of a skill out of use; all levels follow the one before it.")
    int revert(@Parameters(paramLabel = "SKILL", description = "The skill's id.") String skill) {
        return Databases.with(config(), database -> {
            if (!database.write(
                    tx -> tx.calibrations().revert(skill, InstantSource.system().instant()))) {
                System.err.println("No calibration of '" + skill + "' is in use; `ability calibrations` lists them");
                return 1;
            }
            AbilityRebuild.Outcome done = new AbilityRebuild(database).run();
            System.out.printf("%d levels of %d people follow%n", done.replaced(), done.people());
            return 0;
        });
    }

    private static Config config() {
        return Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
