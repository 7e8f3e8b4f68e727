package org.meshquiz.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** Finds in what PostgreSQL's programs say the one line that a person has to know. */
final class ServerFault {
    /** PostgreSQL's own programs say {@code FATAL:} or {@code error:}, others begin with their name. */
    private static final Pattern FAULT = Pattern.compile("(?:FATAL|PANIC|error): +(.+)|((?:unshare|setpriv|sh): .+)");

    private static final String FULL = "No space left on device";
    private static final long NEXT_TO_NOTHING_BYTES = 64 * 1024;

    private ServerFault() {}

    /**
     * The first fault told in a text, which those after it follow from; failing that the first line that is not an
     * everyday one, such as the system's word on a missing library; empty if there is none.
     */
    static String firstIn(String text) {
        return FAULT.matcher(text)
                .results()
                .findFirst()
                .map(fault -> fault.group(1) == null ? fault.group(2) : fault.group(1))
                .or(() -> text.lines()
                        .filter(line -> !line.isBlank() && !line.contains("LOG: "))
                        .findFirst())
                .orElse("")
                .strip();
    }

    /**
     * The exception for a step that failed.
     *
     * @param step what could not be done, as the beginning of a sentence
     * @param said what the program in question said
     * @param log where to read on; the disk it is on is the database's, too
     */
    static DatabaseUnavailable told(String step, String said, ServerLog log) {
        String fault = firstIn(said);
        if (fault.isEmpty()) {
            fault = isFull(log) ? FULL : "no reason was given";
        }
        String remedy = fault.contains(FULL)
                ? "Free some space on that disk, or choose another with MESHQUIZ_HOME"
                : "Mend that and start again";
        return new DatabaseUnavailable("%s: %s. %s; or %s. The whole story is in %s."
                .formatted(step, fault, remedy, DatabaseUnavailable.OWN_SERVER, log.file()));
    }

    /** A full disk takes no log either, so nothing was said. */
    private static boolean isFull(ServerLog log) {
        try {
            return Files.getFileStore(log.file()).getUsableSpace() < NEXT_TO_NOTHING_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}
