package org.meshquiz.store.embedded;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * The embedded database cannot be had. The message says in full sentences what is wrong and what to do, so that it can
 * be shown to the person at the terminal as it stands, without the stack trace.
 */
public final class DatabaseUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** What always helps: a server that somebody else runs. */
    static final String OWN_SERVER = "set MESHQUIZ_DB_URL to a PostgreSQL server";

    DatabaseUnavailable(String sentences) {
        super(sentences);
    }

    DatabaseUnavailable(String sentences, Throwable cause) {
        super(sentences, cause);
    }

    /** For a file or folder below the data folder that could not be read, written or made. */
    static DatabaseUnavailable storing(Path path, IOException cause) {
        return new DatabaseUnavailable(
                "Cannot use %s: %s. %s; or %s.".formatted(path, reason(cause), remedy(cause), OWN_SERVER), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (isFileInTheWay(cause)) {
            return "it, or a folder above it, is a file";
        }
        String reason = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static String remedy(IOException cause) {
        if (reason(cause).contains("No space")) {
            return "Free some space on that disk, or choose another with MESHQUIZ_HOME";
        }
        return isFileInTheWay(cause)
                ? "Choose another data folder with MESHQUIZ_HOME"
                : "Make that place writable or choose another data folder with MESHQUIZ_HOME";
    }

    private static boolean isFileInTheWay(IOException cause) {
        return cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || (cause instanceof FileSystemException fault && "Not a directory".equals(fault.getReason()));
    }
}
