package org.meshquiz.web;

/** The server cannot listen where it was told to; the message is a sentence for the person who started the program. */
public final class PortUnavailableException extends RuntimeException {
    PortUnavailableException(String host, int port, Throwable cause) {
        super(
                "cannot listen on " + host + ":" + port + " (" + reason(cause)
                        + "); stop the program that uses this port, or choose another",
                cause);
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
