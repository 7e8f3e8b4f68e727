package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.OutboxOutcomes.Outcome;
import org.meshquiz.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what came of a message, and what follows from it: another try, a pause, or the end of it. A database that is
 * away is waited for, since a message that went out and is not marked would go out again.
 */
final class Receipts {
    /** Tries of a message that its platform refuses. */
    static final int REFUSALS = 3;
    /** How long an unavailable platform is tried for. */
    static final Duration LONGEST_OUTAGE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final int LONGEST_REASON = 200;
    private static final int MARKING_TRIES = 6;
    private static final Duration MARKING_REST = Duration.ofMillis(500);

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;

    Receipts(Database database, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** Notes what a messenger told. */
    void note(Messenger messenger, Outgoing outgoing, Delivered delivered) {
        if (delivered instanceof Delivered.Sent sent) {
            single(tx -> tx.outboxOutcomes().sent(outgoing, sent.messageId()));
        } else if (delivered instanceof Delivered.RateLimited limited) {
            write(tx -> pause(tx, messenger, outgoing, limited));
        } else if (delivered instanceof Delivered.Blocked) {
            write(tx -> block(tx, outgoing.to()));
        } else if (delivered instanceof Delivered.Moved moved) {
            write(tx -> move(tx, outgoing.to(), moved.to()));
        } else if (delivered instanceof Delivered.Unavailable unavailable) {
            write(tx -> later(tx, outgoing, unavailable.reason()));
        } else if (delivered instanceof Delivered.Unknown unknown) {
            write(tx -> end(tx, outgoing, Outcome.UNKNOWN, unknown.reason()));
        } else if (delivered instanceof Delivered.Rejected rejected) {
            write(tx -> refused(tx, outgoing, rejected.reason()));
        }
    }

    /** Notes that an adapter failed at a message; only the kind of failure is kept, since its words may be a person's. */
    void failed(Outgoing outgoing, RuntimeException fault) {
        LOG.error("The {} adapter failed at message {}", outgoing.to().platform(), outgoing.id(), fault);
        write(tx -> refused(tx, outgoing, fault.getClass().getSimpleName()));
    }

    private void pause(Transaction tx, Messenger messenger, Outgoing outgoing, Delivered.RateLimited limited) {
        Instant now = clock.instant();
        Instant until = now.plus(limited.pause());
        messenger.limits(outgoing.to(), outgoing.edits()).stream()
                .filter(limit -> limit.scope() == limited.scope())
                .forEach(limit -> tx.rateBuckets().pause(outgoing.to(), Buckets.of(limit), now, until));
        tx.outboxOutcomes().postpone(outgoing, until, false);
        if (limited.scope() == Limit.Scope.ALL) {
            LOG.warn("{} asks for a pause of {}", outgoing.to().platform(), limited.pause());
        }
    }

    private void block(Transaction tx, ChatAddress chat) {
        tx.chats().block(chat, clock.instant());
        tx.groupChats().silence(chat);
        tx.outboxOutcomes().block(chat);
    }

    private static void move(Transaction tx, ChatAddress from, ChatAddress to) {
        tx.chats().move(from, to);
        tx.groupChats().move(from, to);
        tx.outboxOutcomes().move(from, to);
    }

    private void later(Transaction tx, Outgoing outgoing, String reason) {
        Instant now = clock.instant();
        if (outgoing.writtenAt().plus(LONGEST_OUTAGE).isBefore(now)) {
            end(tx, outgoing, Outcome.FAILED, reason);
        } else {
            tx.outboxOutcomes().postpone(outgoing, now.plus(backOff(outgoing.attempts())), true);
        }
    }

    private void refused(Transaction tx, Outgoing outgoing, String reason) {
        if (outgoing.attempts() >= REFUSALS) {
            end(tx, outgoing, Outcome.FAILED, reason);
            return;
        }
        if (outgoing.edits()) {
            // What cannot be edited any more is said anew.
            tx.sentMessages().forget(outgoing.to(), outgoing.message());
        }
        tx.outboxOutcomes().postpone(outgoing, clock.instant().plus(backOff(outgoing.attempts())), true);
    }

    private void end(Transaction tx, Outgoing outgoing, Outcome outcome, String reason) {
        String kept = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        tx.outboxOutcomes().giveUp(outgoing, outcome, kept);
        LOG.warn("{} message {} was set aside as {}: {}", outgoing.to().platform(), outgoing.id(), outcome, kept);
    }

    /** Twice as long at each attempt, up to some minutes, and half of it by chance, so that nobody comes in step. */
    private Duration backOff(int attempts) {
        long full = FIRST_BACK_OFF.toMillis() << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    private void write(Consumer<Transaction> work) {
        patiently(() -> database.write(tx -> {
            work.accept(tx);
            return true;
        }));
    }

    private void single(Consumer<Transaction> statement) {
        patiently(() -> database.single(tx -> {
            statement.accept(tx);
            return true;
        }));
    }

    private static void patiently(Runnable writing) {
        for (int attempt = 1; ; attempt++) {
            try {
                writing.run();
                return;
            } catch (RuntimeException fault) {
                if (attempt == MARKING_TRIES) {
                    throw fault;
                }
                LockSupport.parkNanos(MARKING_REST.toNanos());
            }
        }
    }
}
