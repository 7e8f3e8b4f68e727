package org.meshquiz;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.meshquiz.store.Database;
import org.meshquiz.store.backup.BackupFile;
import org.meshquiz.store.backup.DatabaseSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A copy of all that is kept, for bad days. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes all that the database keeps at this moment to a file, which 'import' takes; a running program"
                        + " goes on. The file has people's answers in it: keep it like the database.")
final class Export implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a new file, such as meshquiz-2026-11-24.zip")
    @SuppressWarnings("NullAway.Init") // set by picocli, or the command is not called
    private Path file;

    @Override
    public Integer call() {
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Databases.reading(config, this::write);
        System.out.println("Written to " + file + ".");
        return 0;
    }

    private boolean write(Database database) {
        try (DatabaseSnapshot kept = DatabaseSnapshot.of(database)) {
            BackupFile.write(kept, file, Export::tell);
            return true;
        }
    }

    /** A line for a table that is done: where there is much, one sees how far it is. */
    static void tell(String table, long rows) {
        System.out.printf("%10d %s%n", rows, table);
    }
}
