package org.meshquiz;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshquiz.store.Database;
import org.meshquiz.store.backup.DatabaseSnapshot;
import org.meshquiz.store.backup.Restore;
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
        Databases.requireEmbedded(config);
        try (Database target = Databases.open(server);
                EmbeddedDatabase embedded = EmbeddedDatabase.start(config.home());
                Database source =
                        Databases.open(new Config.Server(embedded.jdbcUrl(), embedded.user(), embedded.password()))) {
            source.migrate();
            try (DatabaseSnapshot kept = DatabaseSnapshot.of(source)) {
                Restore.into(target, kept, Export::tell);
            }
        }
        System.out.println("Moved. The next start with these settings uses the server.");
        return 0;
    }
}
