package org.meshquiz.quiz.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.Transaction;

/**
 * Who may look at pages: a link from one's own chat lets in once, within ten minutes; the session that follows lasts twelve
 * hours. Links and sessions are random and kept as hashes. Safe for several threads and nodes.
 */
public final class PageAccess {
    /** How long a session lasts. */
    public static final Duration SESSION = Duration.ofHours(12);

    private static final Duration LINK = Duration.ofMinutes(10);
    private static final int MOST_SESSIONS = 10;
    private static final int SECRET_BYTES = 24;
    private static final Pattern TOKEN = Pattern.compile("([0-9]{1,18})-([A-Za-z0-9_-]{32})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final InstantSource clock;

    public PageAccess(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new link for somebody: what its address ends in. */
    static String link(Transaction tx, LearnerId learner, Instant now) {
        String token = token(learner);
        tx.pageTokens().addLink(learner, hash(token), now.plus(LINK));
        return token;
    }

    /** Uses a link up; a session, or empty when the link is wrong, used or too old. */
    public Optional<String> enter(String link) {
        LearnerId learner = learner(link).orElse(null);
        if (learner == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return database.write(tx -> tx.pageTokens().takeLink(learner, hash(link), now)
                ? Optional.of(open(tx, learner, now))
                : Optional.empty());
    }

    /** A session for a person of the local chat, where a person is whoever says so; empty for somebody unknown. */
    public Optional<String> enterLocally(String person) {
        Instant now = clock.instant();
        return database.write(tx -> tx.learners()
                .lock(new ChatAddress("local", "local", person))
                .map(caller -> open(tx, caller.learner().id(), now)));
    }

    /** Whose session it is; empty when it has ended. */
    public Optional<LearnerId> who(@Nullable String session) {
        LearnerId learner = session == null ? null : learner(session).orElse(null);
        if (session == null || learner == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return database.single(tx -> tx.pageTokens().hasSession(learner, hash(session), now))
                ? Optional.of(learner)
                : Optional.empty();
    }

    /** Ends a session. */
    public void leave(String session) {
        learner(session)
                .ifPresent(learner -> database.write(tx -> {
                    tx.pageTokens().endSession(learner, hash(session));
                    return true;
                }));
    }

    /** The sentences in somebody's language. */
    public Phrases phrases(LearnerId learner) {
        return database.single(tx -> tx.learners().find(learner))
                .map(known -> Phrases.in(known.language()))
                .orElseGet(() -> Phrases.in(java.util.Locale.ENGLISH));
    }

    private static String open(Transaction tx, LearnerId learner, Instant now) {
        String session = token(learner);
        tx.pageTokens().addSession(learner, hash(session), now.plus(SESSION), MOST_SESSIONS);
        return session;
    }

    private static String token(LearnerId learner) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return learner.value() + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static Optional<LearnerId> learner(String token) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches() && !parts.group(1).startsWith("0")
                ? Optional.of(new LearnerId(Long.parseLong(parts.group(1))))
                : Optional.empty();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
