package org.meshquiz.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * What the server and the programs around it have to say. It is bounded: a log found larger than {@value #LARGE_BYTES}
 * bytes at a start is set aside as {@code postgresql.log.1}, over the one before.
 *
 * @param file the log in use
 * @param startBytes where the present start, or an attempt at it, began
 */
record ServerLog(Path file, long startBytes) {
    static final long LARGE_BYTES = 1 << 20;
    private static final int READ_BYTES = 1 << 16;

    /** Opens the log of the data folder {@code home}. */
    static ServerLog open(Path home) {
        Path file = home.resolve("log").resolve("postgresql.log");
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LARGE_BYTES) {
                Files.move(file, file.resolveSibling("postgresql.log.1"), REPLACE_EXISTING);
            }
            return new ServerLog(file, 0).fromHere();
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(file, e);
        }
    }

    /** The same log with what is said from now on. */
    ServerLog fromHere() {
        try {
            return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(file, e);
        }
    }

    /** Adds what a program said; a disk too full for that must not hide the fault being told. */
    void add(String text) {
        try {
            Files.writeString(file, text, CREATE, APPEND);
        } catch (IOException e) {
            LoggerFactory.getLogger(ServerLog.class).warn("Cannot write to {}", file, e);
        }
    }

    /** What has been said since {@code startBytes}, as far as it could be written down. */
    String sinceStart() {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(startBytes);
            return new String(in.readNBytes(READ_BYTES), UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
