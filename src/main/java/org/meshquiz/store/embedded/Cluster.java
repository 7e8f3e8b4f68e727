package org.meshquiz.store.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The folder of database files below {@code home/database}. {@code initdb} works under a name of its own each time, and
 * only what it has finished is called {@code cluster}: that name is the mark of success, so a program killed in between
 * leaves nothing that a later start could take for a database, and clearing up can never meet a real one.
 */
final class Cluster {
    private static final String FINISHED = "cluster";
    private static final String UNFINISHED = "unfinished-";

    private Cluster() {}

    /** Where the finished cluster of {@code database} is, or will be. */
    static Path in(Path database) {
        return database.resolve(FINISHED);
    }

    /** Makes the cluster, with a superuser who has the password. */
    static void make(Path database, String user, PasswordFile password, PostgresPrograms programs) {
        removeUnfinished(database);
        Path unfinished = database.resolve(UNFINISHED + UUID.randomUUID());
        programs.account().own(password.path());
        PostgresPrograms.Outcome made = programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + user,
                "--pwfile=" + password.path(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (!made.succeeded()) {
            throw ServerFault.told("The database could not be made", made.said(), programs.log());
        }
        try {
            Folders.publish(unfinished, database, FINISHED);
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(database, e);
        }
    }

    /** A killed program's initdb may still be writing into its folder; then the folder goes the next time. */
    private static void removeUnfinished(Path database) {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(database, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                Folders.delete(leftover);
            }
        } catch (IOException e) {
            // Only disk space is lost, and whether the new cluster finds enough of it is for initdb to tell.
        }
    }
}
