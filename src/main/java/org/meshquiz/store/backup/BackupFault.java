package org.meshquiz.store.backup;

/** What is kept cannot be written to that place, or taken from it. The message is sentences with the remedy. */
public final class BackupFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFault(String sentences) {
        super(sentences);
    }

    BackupFault(String sentences, Throwable cause) {
        super(sentences, cause);
    }
}
