package org.meshquiz.store.embedded;

/** Turns what the log tells into a sentence for a person. */
final class ServerFault {
    private ServerFault() {}

    /** The exception for a step that failed; its reason is the last fault in the log. */
    static DatabaseUnavailable told(String what, ServerLog log) {
        String fault = log.lastFault();
        String remedy = fault.contains("No space left")
                ? "Free some space on that disk, or choose another with MESHQUIZ_HOME"
                : "Mend that and start again";
        return new DatabaseUnavailable("%s: %s. %s; or %s. The whole story is in %s."
                .formatted(
                        what,
                        fault.isEmpty() ? "no reason was given" : fault,
                        remedy,
                        DatabaseUnavailable.OWN_SERVER,
                        log.file()));
    }
}
