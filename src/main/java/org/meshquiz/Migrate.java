package org.meshquiz;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.meshquiz.store.Database;
import org.meshquiz.store.embedded.EmbeddedDatabase;
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
        Config.Server server = config.server();
        if (server != null) {
            migrate(server);
            return 0;
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(config.home())) {
            migrate(new Config.Server(embedded.jdbcUrl(), embedded.user(), embedded.password()));
        }
        return 0;
    }

    private static void migrate(Config.Server server) {
        try (Database database = Databases.open(server)) {
            database.migrate();
        }
    }
}
