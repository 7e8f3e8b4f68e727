package org.meshquiz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshquiz.store.Database;
import org.meshquiz.store.DatabaseCopy;
import org.meshquiz.store.embedded.EmbeddedDatabase;
import picocli.CommandLine.Command;

/** From the program's own database to a server: for those who began on one machine. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = "Copies the embedded database of MESHQUIZ_HOME to the server of MESHQUIZ_DB_URL, which nobody may"
                + " have used yet. The embedded one stays as it is.")
final class Move implements Callable<Integer> {

    @Override
    public Integer call() {
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Config.@Nullable Server server = config.server();
        if (server == null) {
            throw new CannotStart("MESHQUIZ_DB_URL is not set; name the server that the data is to move to");
        }
        if (!Files.isDirectory(config.home().resolve("database"))) {
            throw new CannotStart("There is no embedded database in " + config.home()
                    + "; set MESHQUIZ_HOME to the folder of the one that is to move");
        }
        try (Database target = Databases.open(server);
                EmbeddedDatabase embedded = EmbeddedDatabase.start(config.home());
                Database source =
                        Databases.open(new Config.Server(embedded.jdbcUrl(), embedded.user(), embedded.password()))) {
            source.migrate();
            target.migrate();
            Map<String, Long> rows = DatabaseCopy.copy(source, target);
            rows.forEach((table, count) -> System.out.printf("%10d %s%n", count, table));
            System.out.println("Moved. The next start with these settings uses the server.");
            return 0;
        } catch (DatabaseCopy.InUseException used) {
            throw new CannotStart(
                    "The database of MESHQUIZ_DB_URL has people in it already; name an empty one, so that nothing is mixed",
                    used);
        }
    }
}
