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
     * Notes that a message is out, and where it stands there, in one statement; false when it is not in the outbox any
     * more, because the person has been forgotten.
     *
     * @param platformId the platform's id of the message
     */
    public boolean sent(Outgoing outgoing, String platformId) {
        return handle.createUpdate("""
                                with sent as (
                                  update outbox set outcome = :outcome, leased_until = null, sent_at = clock_timestamp()
                                  where outbox_id = :id returning sent_at)
                                insert into sent_message (platform, bot, chat, message_id, platform_id, sent_at)
                                select :platform, :bot, :chat, :message, :platformId, sent_at from sent
                                on conflict (platform, bot, chat, message_id) do update
                                set platform_id = excluded.platform_id, sent_at = excluded.sent_at
                                """)
                        .bindMethods(outgoing.to())
                        .bind("id", outgoing.id())
                        .bind("message", outgoing.message())
                        .bind("outcome", Outcome.SENT.column())
                        .bind("platformId", platformId)
                        .execute()
                == 1;
    }

    /**
     * Notes why a message was not sent and will not be.
     *
     * @param reason the platform's code, or null
     */
    public void giveUp(Outgoing outgoing, Outcome outcome, @Nullable String reason) {
        handle.createUpdate("""
                        update outbox set outcome = :outcome, reason = :reason, leased_until = null where outbox_id = :id
                        """)
                .bind("id", outgoing.id())
                .bind("outcome", outcome.column())
                .bind("reason", reason)
                .execute();
    }

    /** Lets go of all that waits for a chat in which the bot is not wanted. */
    public void block(ChatAddress chat) {
        handle.createUpdate("update outbox set outcome = 'blocked' where" + Outbox.CHAT)
                .bindMethods(chat)
                .execute();
    }

    /** Lets go of all that waits for a bot that is not wanted anywhere any more. */
    public void blockAll(String platform, String bot) {
        handle.createUpdate("""
                        update outbox set outcome = 'blocked'
                        where platform = :platform and bot = :bot and outcome is null
                        """).bind("platform", platform).bind("bot", bot).execute();
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
