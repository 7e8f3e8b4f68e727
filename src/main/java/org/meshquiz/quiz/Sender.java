package org.meshquiz.quiz;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.Outbox.Outgoing;

/** Takes messages out of the outbox and hands them to their platform, in order, outside of any transaction. */
public final class Sender {
    private static final int AT_ONCE = 20;

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Messenger> messengers;

    /**
     * A sender for these platforms.
     *
     * @param messengers by platform name
     * @param clock the real clock: leases are about machines, not about a person's day
     */
    public Sender(Database database, InstantSource clock, Map<String, Messenger> messengers) {
        this.database = database;
        this.clock = clock;
        this.messengers = Map.copyOf(messengers);
    }

    /** Sends all that waits for one chat. */
    public void drain(ChatAddress chat) {
        Messenger messenger = messengers.get(chat.platform());
        if (messenger == null) {
            return;
        }
        List<Outgoing> claimed;
        do {
            claimed = database.write(tx -> tx.outbox().claim(chat, clock.instant(), AT_ONCE));
            for (Outgoing outgoing : claimed) {
                send(messenger, outgoing);
            }
        } while (claimed.size() == AT_ONCE);
    }

    private void send(Messenger messenger, Outgoing outgoing) {
        Card card = CardJson.read(outgoing.card());
        Optional<String> before = outgoing.edits()
                ? database.write(tx -> tx.outbox().platformId(outgoing.to(), outgoing.message()))
                : Optional.empty();
        Delivered delivered = before.map(id -> messenger.edit(outgoing.to(), id, card))
                .orElseGet(() -> messenger.send(outgoing.to(), card));
        if (delivered instanceof Delivered.Sent sent) {
            database.write(tx -> {
                tx.outbox().sent(outgoing, sent.messageId(), clock.instant());
                return sent;
            });
        }
    }
}
