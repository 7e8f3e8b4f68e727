package org.meshquiz.slack;

import java.time.Duration;
import java.util.Set;

/** A request to Slack that did not succeed. Messages name codes and kinds, never a token or a person's words. */
final class ApiFault extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Set<String> OUT_OF_ORDER =
            Set.of("internal_error", "service_unavailable", "request_timeout", "team_added_to_org");
    private static final Set<String> TOKEN = Set.of(
            "invalid_auth", "not_authed", "token_revoked", "token_expired", "missing_scope", "not_allowed_token_type");

    /** How far the request came. */
    enum Kind {
        /** Slack has read it and says no. */
        REFUSED,
        /** Slack does not take the token, or the token may not do this. */
        TOKEN_REFUSED,
        /** Slack wants fewer requests. */
        TOO_MANY,
        /** It certainly had no effect, and is worth another try. */
        NOT_DONE,
        /** It went out, and no answer came. */
        UNANSWERED
    }

    private final Kind kind;
    private final String code;
    private final Duration retryAfter;

    private ApiFault(Kind kind, String code, Duration retryAfter) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /**
     * Slack's own refusal.
     *
     * @param error its code: {@code channel_not_found}
     */
    static ApiFault refused(String error) {
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return tooMany(Duration.ZERO);
        }
        if (error.equals("fatal_error")) {
            // Slack says of this one alone that a part of the request may have been carried out.
            return unanswered(error);
        }
        Kind kind = OUT_OF_ORDER.contains(error)
                ? Kind.NOT_DONE
                : TOKEN.contains(error) ? Kind.TOKEN_REFUSED : Kind.REFUSED;
        return new ApiFault(kind, error, Duration.ZERO);
    }

    /**
     * Slack wants fewer requests.
     *
     * @param retryAfter how long to wait; a second where Slack does not say
     */
    static ApiFault tooMany(Duration retryAfter) {
        Duration told = retryAfter.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : retryAfter;
        return new ApiFault(Kind.TOO_MANY, "ratelimited", told);
    }

    static ApiFault notDone(String reason) {
        return new ApiFault(Kind.NOT_DONE, reason, Duration.ZERO);
    }

    static ApiFault unanswered(String reason) {
        return new ApiFault(Kind.UNANSWERED, reason, Duration.ZERO);
    }

    Kind kind() {
        return kind;
    }

    /** Slack's code, or what happened on the way. */
    String code() {
        return code;
    }

    /** How long Slack says to wait; nothing for other faults. */
    Duration retryAfter() {
        return retryAfter;
    }
}
