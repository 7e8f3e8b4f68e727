package org.meshquiz;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings the database up to date without serving, for those who roll out in steps. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the schema of the database up to date and ends. Changes nothing when it is.")
final class Migrate implements Callable<Integer> {

    @Override
    public Integer call() {
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        return Databases.with(config, database -> 0);
    }
}
