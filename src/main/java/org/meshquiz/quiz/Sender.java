package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.Outbox.Traffic;
import org.meshquiz.store.OutboxOutcomes;
import org.meshquiz.store.OutboxOutcomes.Outcome;
import org.meshquiz.store.RateBuckets.Bucket;
import org.meshquiz.store.RateBuckets.Refusal;
import org.meshquiz.store.Transaction;

/**
 * Takes messages out of the outbox and hands them to their platform, in order of each chat, outside of any transaction. A
 * message is taken under a lease: a sender that dies loses it after a while, and another one sends it. Safe for several
 * threads and nodes.
 */
public final class Sender {
    /** How long to rest when nothing waits. */
    static final Duration IDLE = Duration.ofMillis(500);

    private static final int AT_ONCE = 20;

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Messenger> messengers;
    private final Receipts receipts;

    /**
     * A sender for these platforms.
     *
     * @param clock what all nodes agree on: {@link Database#clock}
     * @param messengers by platform name
     * @param random spreads repeated attempts
     */
    public Sender(Database database, InstantSource clock, Map<String, Messenger> messengers, RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.messengers = Map.copyOf(messengers);
        this.receipts = new Receipts(database, clock, random);
    }

    /** The platforms it sends to. */
    public Set<String> platforms() {
        return messengers.keySet();
    }

    /** How sending goes on all platforms and nodes; trouble is that of the last day. */
    public Backlog backlog() {
        Instant now = clock.instant();
        OutboxOutcomes.Backlog stored = database.write(tx -> tx.outboxOutcomes().backlog(now.minus(Backlog.PERIOD)));
        Instant oldest = stored.oldest() == null ? now : stored.oldest();
        return new Backlog(stored.waiting(), Duration.between(oldest, now), stored.unknown(), stored.failed());
    }

    /** Sends all that waits for one chat, whatever the limits. */
    public void drain(ChatAddress chat) {
        Messenger messenger = messengers.get(chat.platform());
        if (messenger == null) {
            return;
        }
        List<Outgoing> claimed;
        do {
            claimed = database.single(tx -> tx.outbox().claim(chat, clock.instant(), AT_ONCE));
            for (Outgoing outgoing : claimed) {
                send(messenger, outgoing);
            }
        } while (claimed.size() == AT_ONCE);
    }

    /**
     * Sends the message of a platform whose turn it is, if the limits let one pass.
     *
     * @return how long to rest before there may be another; zero when a message was looked at
     */
    public Duration sendNext(String platform) {
        Messenger messenger = messengers.get(platform);
        if (messenger == null) {
            throw new IllegalArgumentException("no messenger for " + platform + "; there are " + messengers.keySet());
        }
        Instant now = clock.instant();
        Turn turn = database.write(tx -> turn(tx, messenger, platform, now));
        turn.message().ifPresent(outgoing -> send(messenger, outgoing));
        return turn.rest();
    }

    /** A message to send now, or how long to rest. */
    private record Turn(Optional<Outgoing> message, Duration rest) {
        static final Turn AGAIN = new Turn(Optional.empty(), Duration.ZERO);
    }

    private static Turn turn(Transaction tx, Messenger messenger, String platform, Instant now) {
        Set<Traffic> held = new HashSet<>();
        Duration rest = IDLE;
        Outgoing next = tx.outbox().next(platform, now, held).orElse(null);
        while (next != null) {
            if (next.expiresAt() != null && !now.isBefore(next.expiresAt())) {
                tx.outboxOutcomes().giveUp(next, Outcome.EXPIRED, null);
                return Turn.AGAIN;
            }
            List<Bucket> buckets = messenger.limits(next.to(), next.edits()).stream()
                    .map(Buckets::of)
                    .toList();
            Refusal refusal = tx.rateBuckets().take(next.to(), buckets, now).orElse(null);
            if (refusal == null) {
                return new Turn(Optional.of(tx.outbox().lease(next, now)), Duration.ZERO);
            }
            if (refusal.ofChat()) {
                tx.outboxOutcomes().postpone(next, refusal.until(), true);
                return Turn.AGAIN;
            }
            // A limit on a bot's new messages is none on its edits, nor on another bot's.
            held.add(next.traffic());
            Duration until = Duration.between(now, refusal.until());
            rest = until.compareTo(rest) < 0 ? until : rest;
            next = tx.outbox().next(platform, now, held).orElse(null);
        }
        return new Turn(Optional.empty(), rest);
    }

    private void send(Messenger messenger, Outgoing outgoing) {
        // An edit of a message of which nobody knows where it stands becomes a message of its own.
        Long thread = outgoing.repliesTo();
        long other = thread == null ? outgoing.message() : thread;
        Optional<String> before = outgoing.edits() || thread != null
                ? database.single(tx -> tx.sentMessages().platformId(outgoing.to(), other))
                : Optional.empty();
        Delivered delivered;
        try {
            Card card = CardJson.read(outgoing.card());
            delivered = before.map(id -> thread == null
                            ? messenger.edit(outgoing.to(), id, card)
                            : messenger.reply(outgoing.to(), id, card))
                    .orElseGet(() -> messenger.send(outgoing.to(), card));
        } catch (RuntimeException fault) {
            receipts.failed(outgoing, fault);
            return;
        }
        receipts.note(messenger, outgoing, delivered);
    }
}
