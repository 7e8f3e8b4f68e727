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
 * What a server tells of itself in the {@code postmaster.pid} of its cluster. The file's first line is a process id, which a
 * crash leaves behind and another process may have by now; the fourth is the port.
 *
 * @param cluster the folder of the database files, as a real path
 */
record PidFile(Path cluster) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** Above every system's largest process id. */
    private static final String NOBODYS_PID = Integer.toString(1 << 30);

    /** The file has the folder's name as the file system spells it, and every byte has to come through. */
    private static final Charset ANY_BYTES = StandardCharsets.ISO_8859_1;

    /** The live process that serves this cluster. */
    Optional<ProcessHandle> running() {
        return number(PID_LINE)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::serves);
    }

    /** The port of the process that serves this cluster; empty when none runs, or it is just starting. */
    Optional<Long> port() {
        return running().flatMap(server -> number(PORT_LINE));
    }

    /**
     * Takes the process id out of the file, if there is one. The rest stays: its last lines name the shared memory by which a
     * starting server notices that processes of the last one still write, and deleting the file would switch that guard off.
     */
    void disown() {
        try {
            List<String> lines = new ArrayList<>(lines());
            if (!lines.isEmpty()) {
                lines.set(PID_LINE, NOBODYS_PID);
                Files.write(path(), lines, ANY_BYTES);
            } else {
                Files.deleteIfExists(path());
            }
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(path(), e);
        }
    }

    private boolean serves(ProcessHandle process) {
        boolean isPostgres = process.info()
                .command()
                .filter(file -> file.endsWith("/postgres"))
                .isPresent();
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return isPostgres && arguments.contains(cluster.toString());
    }

    private Optional<Long> number(int line) {
        try {
            List<String> lines = lines();
            return lines.size() <= line
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(line).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(path(), e);
        }
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(path(), ANY_BYTES);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Path path() {
        return cluster.resolve("postmaster.pid");
    }
}
