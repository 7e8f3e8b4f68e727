package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.ChatAddress;

/** What is to go out: written in the transaction that decided it, sent after it. */
public final class Outbox {
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Handle handle;

    Outbox(Handle handle) {
        this.handle = handle;
    }

    /**
     * A message to send, or to replace one that was sent.
     *
     * @param id its place in the order of sending, 0 before it is stored
     * @param to the chat
     * @param message our number of the message
     * @param edits whether it replaces the message of that number
     * @param card the message as JSON
     */
    public record Outgoing(long id, ChatAddress to, long message, boolean edits, String card) {}

    /** The next number for a message of ours. */
    public long nextMessage() {
        return handle.createQuery("select nextval('message_id_seq')")
                .mapTo(Long.class)
                .one();
    }

    public void add(Outgoing outgoing, boolean urgent, Instant now) {
        handle.createUpdate("""
                        insert into outbox (platform, bot, chat, message_id, edits, card, urgent, ready_at)
                        values (:platform, :bot, :chat, :message, :edits, cast(:card as jsonb), :urgent, :now)
                        """)
                .bindMethods(outgoing.to())
                .bindMethods(outgoing)
                .bind("urgent", urgent)
                .bind("now", now)
                .execute();
    }

    /** Takes what waits for one chat, in order, under a lease: a sender that dies loses it again after a while. */
    public List<Outgoing> claim(ChatAddress to, Instant now, int atMost) {
        return handle.createQuery("""
                        with mine as (
                          select outbox_id from outbox
                          where platform = :platform and bot = :bot and chat = :chat and sent_at is null
                            and (leased_until is null or leased_until < :now)
                          order by outbox_id limit :most for update skip locked),
                        claimed as (
                          update outbox o set leased_until = :until, attempts = attempts + 1
                          from mine where o.outbox_id = mine.outbox_id returning o.*)
                        select * from claimed order by outbox_id
                        """)
                .bindMethods(to)
                .bind("now", now)
                .bind("until", now.plus(LEASE))
                .bind("most", atMost)
                .map((row, context) -> outgoing(row))
                .list();
    }

    /** Notes that a message was sent, and where it stands on its platform. */
    public void sent(Outgoing outgoing, String platformId, Instant now) {
        handle.createUpdate("update outbox set sent_at = :now where outbox_id = :id")
                .bind("now", now)
                .bind("id", outgoing.id())
                .execute();
        if (!outgoing.edits()) {
            handle.createUpdate("""
                            insert into sent_message (platform, bot, chat, message_id, platform_id, sent_at)
                            values (:platform, :bot, :chat, :message, :platformId, :now) on conflict do nothing
                            """)
                    .bindMethods(outgoing.to())
                    .bind("message", outgoing.message())
                    .bind("platformId", platformId)
                    .bind("now", now)
                    .execute();
        }
    }

    /** The platform's id of a message of ours, once it was sent. */
    public Optional<String> platformId(ChatAddress chat, long message) {
        return handle.createQuery("""
                        select platform_id from sent_message
                        where platform = :platform and bot = :bot and chat = :chat and message_id = :message
                        """)
                .bindMethods(chat)
                .bind("message", message)
                .mapTo(String.class)
                .findOne();
    }

    /** Forgets all that was sent, or is waiting, for a chat. */
    public void deleteAll(ChatAddress chat) {
        for (String table : List.of("outbox", "sent_message")) {
            handle.createUpdate("delete from <table> where platform = :platform and bot = :bot and chat = :chat")
                    .define("table", table)
                    .bindMethods(chat)
                    .execute();
        }
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        return new Outgoing(
                row.getLong("outbox_id"),
                new ChatAddress(row.getString("platform"), row.getString("bot"), row.getString("chat")),
                row.getLong("message_id"),
                row.getBoolean("edits"),
                row.getString("card"));
    }
}
