package org.meshquiz.slack.fake;

/** Something that goes wrong between us and Slack. */
public sealed interface Fault {

    /** Too many requests. */
    record TooMany(int retryAfterSeconds) implements Fault {}

    /**
     * A refusal of the Web API itself.
     *
     * @param code as in {@code error}
     */
    record Refusal(String code) implements Fault {}

    /** A page of a proxy in front of Slack, in HTML. */
    record ErrorPage(int status) implements Fault {}

    /** An answer that never comes, although the request was carried out or not; the connection stays open. */
    record Silence(boolean carriedOut) implements Fault {}

    /** The connection ends without an answer. */
    record Dropped(boolean carriedOut) implements Fault {}
}
