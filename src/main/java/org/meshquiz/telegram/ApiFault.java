package org.meshquiz.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request to Telegram that did not succeed. Messages name codes and kinds, never a token or a person's words. */
final class ApiFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** How far the request came. */
    enum Kind {
        /** Telegram has read it and says no. */
        REFUSED,
        /** It certainly had no effect, and is worth another try. */
        NOT_DONE,
        /** It went out, and no answer came. */
        UNANSWERED
    }

    private final Kind kind;
    private final int code;
    private final @Nullable Integer retryAfter;
    private final @Nullable Long migrateTo;

    private ApiFault(Kind kind, int code, String message, @Nullable Integer retryAfter, @Nullable Long migrateTo) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.retryAfter = retryAfter;
        this.migrateTo = migrateTo;
    }

    /**
     * Telegram's own refusal.
     *
     * @param description as told; what follows its second colon may quote the message and is left out
     * @param retryAfter seconds to wait, or null
     * @param migrateTo the id of the supergroup that a group has become, or null
     */
    static ApiFault refused(int code, String description, @Nullable Integer retryAfter, @Nullable Long migrateTo) {
        Kind kind = code == 504 ? Kind.UNANSWERED : code >= 500 || code == 0 ? Kind.NOT_DONE : Kind.REFUSED;
        return new ApiFault(kind, code, code + " " + withoutQuotes(description), retryAfter, migrateTo);
    }

    static ApiFault notDone(String reason) {
        return new ApiFault(Kind.NOT_DONE, 0, reason, null, null);
    }

    static ApiFault unanswered(String reason) {
        return new ApiFault(Kind.UNANSWERED, 0, reason, null, null);
    }

    Kind kind() {
        return kind;
    }

    /** The code that Telegram told, 0 when it told none. */
    int code() {
        return code;
    }

    /** How long Telegram says to wait; nothing when it does not say. */
    Duration retryAfter() {
        return Duration.ofSeconds(retryAfter == null ? 0 : Math.max(0, retryAfter));
    }

    @Nullable
    Long migrateTo() {
        return migrateTo;
    }

    /** What happened. */
    String reason() {
        return String.valueOf(getMessage());
    }

    boolean says(String words) {
        return reason().contains(words);
    }

    private static String withoutQuotes(String description) {
        int first = description.indexOf(':');
        int second = first < 0 ? -1 : description.indexOf(':', first + 1);
        return second < 0 ? description : description.substring(0, second);
    }
}
