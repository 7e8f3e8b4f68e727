package org.meshquiz.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Outbox.Outgoing;

/** What became of the messages of the outbox. */
public final class OutboxOutcomes {
    private final Handle handle;

    OutboxOutcomes(Handle handle) {
        this.handle = handle;
    }

    /** What became of a message. */
    public enum Outcome {
        SENT,
        /** It may have arrived. */
        UNKNOWN,
        /** The bot is not wanted in that chat. */
        BLOCKED,
        /** It was set aside after several tries. */
        FAILED,
        /** It was not sent in time. */
        EXPIRED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How sending goes.
     *
     * @param waiting messages that wait
     * @param oldest when the oldest of them was written, or null
     * @param unknown messages of which nobody knows whether they arrived
     * @param failed messages that were set aside
     */
    public record Backlog(long waiting, @Nullable Instant oldest, long unknown, long failed) {}

    /**
     * Puts a message off, and with it what follows in its chat.
     *
     * @param counts whether the attempt just made counts
     */
    public void postpone(Outgoing outgoing, Instant until, boolean counts) {
        handle.createUpdate("""
                        update outbox set leased_until = null, ready_at = :until, attempts = :attempts where outbox_id = :id
                        """)
                .bind("id", outgoing.id())
                .bind("until", until)
                .bind("attempts", counts ? outgoing.attempts() : Math.max(0, outgoing.attempts() - 1))
                .execute();
    }

    /**
     * Notes what became of a message; false when it is not there any more, because the person has been forgotten.
     *
     * @param reason the platform's code where it was not sent, or null
     */
    public boolean settle(Outgoing outgoing, Outcome outcome, @Nullable String reason, Instant now) {
        return handle.createUpdate("""
                                update outbox set outcome = :outcome, reason = :reason, leased_until = null,
                                  sent_at = :sentAt
                                where outbox_id = :id
                                """)
                        .bind("id", outgoing.id())
                        .bind("outcome", outcome.column())
                        .bind("reason", reason)
                        .bind("sentAt", outcome == Outcome.SENT ? now : null)
                        .execute()
                == 1;
    }

    /** Lets go of all that waits for a chat in which the bot is not wanted. */
    public void block(ChatAddress chat) {
        handle.createUpdate("update outbox set outcome = 'blocked' where" + Outbox.CHAT)
                .bindMethods(chat)
                .execute();
    }

    /** Sends what waits for a chat to another address. */
    public void move(ChatAddress from, ChatAddress to) {
        handle.createUpdate("""
                        update outbox set platform = :toPlatform, bot = :toBot, chat = :toChat, leased_until = null
                        where""" + Outbox.CHAT)
                .bindMethods(from)
                .bind("toPlatform", to.platform())
                .bind("toBot", to.bot())
                .bind("toChat", to.chat())
                .execute();
    }

    /** How sending goes; trouble is counted from that moment on. */
    public Backlog backlog(Instant since) {
        return handle.createQuery("""
                        select (select count(*) from outbox where outcome is null) as waiting,
                          (select min(written_at) from outbox where outcome is null) as oldest,
                          count(*) filter (where outcome = 'unknown') as unknown,
                          count(*) filter (where outcome = 'failed') as failed
                        from outbox where outcome in ('unknown', 'failed') and written_at >= :since
                        """)
                .bind("since", since)
                .map((row, context) -> new Backlog(
                        row.getLong("waiting"),
                        Times.fromColumn(row.getObject("oldest", OffsetDateTime.class)),
                        row.getLong("unknown"),
                        row.getLong("failed")))
                .one();
    }
}
