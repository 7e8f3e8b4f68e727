package org.meshquiz.store.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server that runs on a cluster, as its {@code postmaster.pid} tells. The file's first line is a process id, which a
 * crash leaves behind and another process may have by now.
 *
 * @param cluster the folder of the database files, as a real path
 * @param programs to stop the server with
 */
record Postmaster(Path cluster, PostgresPrograms programs) {
    /** Above every system's largest process id. */
    private static final String NOBODYS_PID = Integer.toString(1 << 30);

    /** The file has the folder's name as the file system spells it, and every byte has to come through. */
    private static final Charset ANY_BYTES = StandardCharsets.ISO_8859_1;

    private static final String PATIENCE_SECONDS = "20";

    /**
     * Makes way for a new server: stops one that an earlier, killed program left behind, and clears the claim of a
     * process that is no server of this cluster. The caller holds the lock of the data folder.
     */
    void makeWay() {
        stop();
        if (Files.exists(pidFile())) {
            disown();
        }
    }

    /** Stops the server if one runs, orderly if it can be; returns when it is gone. */
    void stop() {
        if (running().isEmpty()) {
            return;
        }
        for (String mode : List.of("fast", "immediate")) {
            programs.run("pg_ctl", "stop", "-s", "-D", cluster.toString(), "-m", mode, "-w", "-t", PATIENCE_SECONDS);
            if (running().isEmpty()) {
                return;
            }
        }
        running().ifPresent(server -> {
            throw new DatabaseUnavailable(
                    "The database server (process %d) does not stop. Stop it with 'kill -QUIT %d' and start again."
                            .formatted(server.pid(), server.pid()));
        });
    }

    /** The live process that serves this cluster. */
    Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::serves);
    }

    private boolean serves(ProcessHandle process) {
        boolean isPostgres = process.info()
                .command()
                .filter(file -> file.endsWith("/postgres"))
                .isPresent();
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return isPostgres && arguments.contains(cluster.toString());
    }

    private Optional<Long> pid() {
        try {
            List<String> lines = Files.readAllLines(pidFile(), ANY_BYTES);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(0).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(pidFile(), e);
        }
    }

    /**
     * Takes the process id out of the file. The rest stays: its last lines name the shared memory by which a starting
     * server notices that processes of the last one still write, and deleting the file would switch that guard off.
     */
    private void disown() {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(pidFile(), ANY_BYTES));
            if (lines.isEmpty()) {
                Files.delete(pidFile());
                return;
            }
            lines.set(0, NOBODYS_PID);
            Files.write(pidFile(), lines, ANY_BYTES);
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(pidFile(), e);
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
