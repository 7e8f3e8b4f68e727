package org.meshquiz.slack;

/**
 * A request that says it is from Slack.
 *
 * @param contentType JSON for events, a form for the rest
 * @param timestamp of the header {@code X-Slack-Request-Timestamp}, or empty
 * @param signature of the header {@code X-Slack-Signature}, or empty
 * @param body as it came, in UTF-8: the signature is over it
 */
public record SignedRequest(String contentType, String timestamp, String signature, String body) {
    /** Where Slack writes when it sent the request. */
    public static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";

    /** Where Slack writes the signature. */
    public static final String SIGNATURE_HEADER = "X-Slack-Signature";

    /**
     * What to answer.
     *
     * @param status of HTTP
     * @param text the body, may be empty
     */
    public record Answer(int status, String text) {
        static final Answer TAKEN = new Answer(200, "");
        static final Answer UNSIGNED = new Answer(401, "");
        static final Answer UNREADABLE = new Answer(400, "");
        static final Answer NOT_READY = new Answer(503, "");
    }
}
