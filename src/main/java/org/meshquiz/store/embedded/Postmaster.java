package org.meshquiz.store.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * The server that runs on a cluster.
 *
 * @param cluster the folder of the database files, as a real path
 * @param programs to stop the server with
 */
record Postmaster(Path cluster, PostgresPrograms programs) {
    private static final String PATIENCE_SECONDS = "20";

    /**
     * Makes way for a new server: stops one that an earlier, killed program left behind, and clears the claim of a
     * process that is no server of this cluster. The caller holds the lock of the data folder.
     */
    void makeWay() {
        stop();
        pidFile().disown();
    }

    /** Stops the server if one runs, orderly if it can be; returns when it is gone. */
    void stop() {
        if (pidFile().running().isEmpty()) {
            return;
        }
        for (String mode : List.of("fast", "immediate")) {
            programs.run("pg_ctl", "stop", "-s", "-D", cluster.toString(), "-m", mode, "-w", "-t", PATIENCE_SECONDS);
            if (pidFile().running().isEmpty()) {
                return;
            }
        }
        pidFile().running().ifPresent(server -> {
            throw new DatabaseUnavailable(
                    "The database server (process %d) does not stop. Stop it with 'kill -QUIT %d' and start again."
                            .formatted(server.pid(), server.pid()));
        });
    }

    private PidFile pidFile() {
        return new PidFile(cluster);
    }
}
