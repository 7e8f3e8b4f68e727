package org.meshquiz.telegram.fake;

/** Something that goes wrong between us and Telegram. */
public sealed interface Fault {

    /** Too many requests. */
    record TooMany(int retryAfterSeconds) implements Fault {}

    /**
     * A refusal of the Bot API itself.
     *
     * @param code as in {@code error_code}
     */
    record Refusal(int code, String description) implements Fault {}

    /** A page of a proxy in front of the Bot API, in HTML. */
    record ErrorPage(int status) implements Fault {}

    /** An answer that never comes, although the request was carried out or not; the connection stays open. */
    record Silence(boolean carriedOut) implements Fault {}

    /** The connection ends without an answer. */
    record Dropped(boolean carriedOut) implements Fault {}

    /** The answer comes late. */
    record Late(long millis) implements Fault {}
}
