package org.meshquiz.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the server and the programs around it have to say. It is bounded: a log found larger than {@value #LARGE_BYTES}
 * bytes at a start is set aside as {@code postgresql.log.1}, over the one before.
 *
 * @param file the log in use
 * @param startBytes its length when this start began
 */
record ServerLog(Path file, long startBytes) {
    static final long LARGE_BYTES = 1 << 20;
    private static final int READ_BYTES = 1 << 16;

    /** PostgreSQL's own programs say {@code FATAL:} or {@code error:}, the shell's say their name first. */
    private static final Pattern FAULT = Pattern.compile("(?:FATAL|PANIC|error): +(.+)|((?:unshare|setpriv|sh): .+)");

    /** Opens the log of the data folder {@code home}. */
    static ServerLog open(Path home) {
        Path file = home.resolve("log").resolve("postgresql.log");
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LARGE_BYTES) {
                Files.move(file, file.resolveSibling("postgresql.log.1"), REPLACE_EXISTING);
            }
            return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(file, e);
        }
    }

    /** The last fault told since this start began, without its time stamp, or empty if none was. */
    String lastFault() {
        return FAULT.matcher(sinceStart())
                .results()
                .map(fault -> fault.group(1) == null ? fault.group(2) : fault.group(1))
                .reduce("", (earlier, later) -> later.strip());
    }

    private String sinceStart() {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(startBytes);
            return new String(in.readNBytes(READ_BYTES), UTF_8);
        } catch (IOException e) {
            return ""; // The fault being told is another one; a log that cannot be read must not hide it.
        }
    }
}
