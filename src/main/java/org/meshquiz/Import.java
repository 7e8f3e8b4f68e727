package org.meshquiz;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.meshquiz.store.Database;
import org.meshquiz.store.backup.BackupFile;
import org.meshquiz.store.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The way back of {@link Export}, on this machine or another, in this version or a newer one. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings what 'export' wrote, of this version or an older one, into an empty database: that of"
                + " MESHQUIZ_DB_URL, or an embedded one in MESHQUIZ_HOME. All of it comes, or nothing.")
final class Import implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "what 'export' wrote")
    @SuppressWarnings("NullAway.Init") // set by picocli, or the command is not called
    private Path file;

    @Override
    public Integer call() {
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        try (BackupFile kept = BackupFile.open(file)) {
            Databases.asItIs(config, database -> take(database, kept));
        }
        System.out.println("Done. The next start with these settings goes on from there.");
        return 0;
    }

    private static boolean take(Database database, BackupFile kept) {
        Restore.into(database, kept, Export::tell);
        return true;
    }
}
