package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Keyboards.Made;

/**
 * What is to go out: written in the transaction that decided it, sent after it. The messages of one chat leave in the
 * order in which they were written; of several chats, those that somebody waits for go first.
 */
public final class Outbox {
    /** How long a sender owns a message that it has taken; a sender that dies loses it then. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    /** The waiting messages of one chat. */
    static final String CHAT = " platform = :platform and bot = :bot and chat = :chat and outcome is null ";

    /** The part of a statement by which what a chat is still to get goes first as well. */
    static final String HURRIED =
            "hurried as (update outbox set urgent = true where" + CHAT + "and not urgent and :urgent) ";

    private static final String ADD = """
            insert into outbox (platform, bot, chat, message_id, edits, card, urgent, ready_at, expires_at, replies_to)
            values (:platform, :bot, :chat, :message, :edits, cast(:card as jsonb), :urgent, '-infinity', :expiresAt,
              :repliesTo)
            """;

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
     * @param expiresAt when nobody wants to read it any more, or null
     * @param attempts how often it has been taken for sending
     * @param writtenAt when it was written, by the database's clock
     * @param repliesTo our number of the message in whose thread it belongs, or null
     */
    public record Outgoing(
            long id,
            ChatAddress to,
            long message,
            boolean edits,
            String card,
            @Nullable Instant expiresAt,
            int attempts,
            Instant writtenAt,
            @Nullable Long repliesTo) {

        /** A message that was not stored yet. */
        public static Outgoing of(
                ChatAddress to, long message, boolean edits, String card, @Nullable Instant expiresAt) {
            return new Outgoing(0, to, message, edits, card, expiresAt, 0, Instant.EPOCH, null);
        }

        /** The same for the thread of another message. */
        public Outgoing replyingTo(long other) {
            return new Outgoing(id, to, message, edits, card, expiresAt, attempts, writtenAt, other);
        }

        /** What it is counted together with where a platform limits a whole bot. */
        public Traffic traffic() {
            return new Traffic(to.bot(), edits);
        }
    }

    /** The next number for a message of ours. */
    public long nextMessage() {
        return handle.createQuery("select nextval('message_id_seq')")
                .mapTo(Long.class)
                .one();
    }

    /** Writes a message; where somebody waits for it, what the chat is still to get before it goes first as well. */
    public void add(Outgoing outgoing, boolean urgent) {
        bind(handle.createUpdate("with " + HURRIED + ADD), outgoing, urgent).execute();
    }

    /** The same with its buttons, in one trip to the server. */
    public void add(Outgoing outgoing, boolean urgent, Made buttons) {
        Update update = handle.createUpdate("with buttons as (" + Keyboards.ADD + "), " + HURRIED + ADD);
        Keyboards.bind(bind(update, outgoing, urgent), buttons).execute();
    }

    private static Update bind(Update update, Outgoing outgoing, boolean urgent) {
        return update.bind("platform", outgoing.to().platform())
                .bind("bot", outgoing.to().bot())
                .bind("chat", outgoing.to().chat())
                .bind("message", outgoing.message())
                .bind("edits", outgoing.edits())
                .bind("card", outgoing.card())
                .bind("urgent", urgent)
                .bind("expiresAt", outgoing.expiresAt())
                .bind("repliesTo", outgoing.repliesTo());
    }

    /**
     * Writes how a message is to look now. An edit of it that still waits is replaced, so that a message that changes often
     * is edited no more often than the pace allows.
     *
     * @param pace the least time between two edits of the message
     */
    public void showLatest(Outgoing edit, Duration pace) {
        handle.createUpdate("""
                        with waiting as (
                          update outbox set card = cast(:card as jsonb) where""" + CHAT + """
                            and message_id = :message and edits and leased_until is null returning 1)
                        insert into outbox (platform, bot, chat, message_id, edits, card, urgent, ready_at)
                        select :platform, :bot, :chat, :message, true, cast(:card as jsonb), false,
                          greatest(clock_timestamp(), :pace + coalesce((select sent_at from sent_message
                            where platform = :platform and bot = :bot and chat = :chat and message_id = :message),
                            clock_timestamp()))
                        where not exists (select from waiting)
                        """)
                .bindMethods(edit.to())
                .bindMethods(edit)
                .bind("pace", pace)
                .execute();
    }

    /** Forgets an edit that waits, since the message is to look otherwise by now. */
    public void forgetEdits(ChatAddress to, long message) {
        handle.createUpdate("delete from outbox where" + CHAT
                        + " and message_id = :message and edits and leased_until is null")
                .bindMethods(to)
                .bind("message", message)
                .execute();
    }

    /** How many messages wait for a chat, counted up to a number. */
    public int waiting(ChatAddress to, int atMost) {
        return handle.createQuery("select count(*) from (select from outbox where" + CHAT + "limit :most) waiting")
                .bindMethods(to)
                .bind("most", atMost)
                .mapTo(Integer.class)
                .one();
    }

    /** Takes what waits for one chat, in order, under a lease. */
    public List<Outgoing> claim(ChatAddress to, Instant now, int atMost) {
        return handle.createQuery("""
                        with mine as (
                          select outbox_id from outbox where""" + CHAT + """
                            and (leased_until is null or leased_until < :now) and ready_at <= :now
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

    /**
     * The messages of a bot that are counted together where a platform limits a whole bot.
     *
     * @param bot the bot
     * @param edits whether they replace messages
     */
    public record Traffic(String bot, boolean edits) {
        private String key() {
            return edits + " " + bot;
        }
    }

    /**
     * The message that a platform is to get next, of a chat of which no message is under way; locked until the end.
     *
     * @param held what is passed over
     */
    public Optional<Outgoing> next(String platform, Instant now, Set<Traffic> held) {
        return handle.createQuery("""
                        select * from outbox o
                        where platform = :platform and outcome is null and ready_at <= :now
                          and edits || ' ' || bot <> all(:held)
                          and (leased_until is null or leased_until < :now)
                          and not exists (select from outbox earlier
                            where earlier.platform = o.platform and earlier.bot = o.bot and earlier.chat = o.chat
                              and earlier.outcome is null and earlier.outbox_id < o.outbox_id)
                        order by urgent desc, outbox_id limit 1 for update skip locked
                        """)
                .bind("platform", platform)
                .bind("now", now)
                .bindArray("held", String.class, held.stream().map(Traffic::key).toList())
                .map((row, context) -> outgoing(row))
                .findOne();
    }

    /** Takes a message for sending; returns it with this attempt counted. */
    public Outgoing lease(Outgoing outgoing, Instant now) {
        return handle.createQuery("""
                        update outbox set leased_until = :until, attempts = attempts + 1 where outbox_id = :id returning *
                        """)
                .bind("id", outgoing.id())
                .bind("until", now.plus(LEASE))
                .map((row, context) -> outgoing(row))
                .one();
    }

    /** Forgets all that was sent, or is waiting, for a chat. */
    public void deleteAll(ChatAddress chat) {
        for (String table : List.of("outbox", "sent_message", "rate_bucket")) {
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
                row.getString("card"),
                Times.fromColumn(row.getObject("expires_at", OffsetDateTime.class)),
                row.getInt("attempts"),
                row.getTimestamp("written_at").toInstant(),
                row.getObject("replies_to", Long.class));
    }
}
