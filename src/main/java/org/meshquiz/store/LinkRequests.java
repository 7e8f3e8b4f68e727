package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.LearnerId;

/** Wishes to join two accounts: who was shown a code, who wrote it, and how often somebody wrote a wrong one. */
public final class LinkRequests {
    private final Handle handle;

    LinkRequests(Handle handle) {
        this.handle = handle;
    }

    /**
     * One of the two accounts.
     *
     * @param learner whose it is
     * @param chat where they showed or wrote the code
     */
    public record Side(LearnerId learner, ChatAddress chat) {}

    /**
     * A wish to join two accounts.
     *
     * @param id its number
     * @param owner who was shown the code
     * @param other who wrote it; null while nobody has
     * @param agreed whether the other side has confirmed
     */
    public record LinkRequest(long id, Side owner, @Nullable Side other, boolean agreed) {}

    /** Keeps a new code; an earlier one of the same person is worth nothing from now on. */
    public void open(Side owner, String codeHash, Instant expiresAt) {
        handle.createUpdate("delete from link_request where owner_id = :owner")
                .bind("owner", owner.learner().value())
                .execute();
        handle.createUpdate("""
                        insert into link_request (owner_id, owner_platform, owner_bot, owner_chat, code_hash, expires_at)
                        values (:owner, :platform, :bot, :chat, :hash, :expires)
                        """)
                .bind("owner", owner.learner().value())
                .bindMethods(owner.chat())
                .bind("hash", codeHash)
                .bind("expires", expiresAt)
                .execute();
    }

    /** Whose code that is, used or not. */
    public Optional<LearnerId> owner(String codeHash, Instant now) {
        return handle.createQuery("select owner_id from link_request where code_hash = :hash and expires_at > :now")
                .bind("hash", codeHash)
                .bind("now", now)
                .mapTo(Long.class)
                .map(LearnerId::new)
                .findOne();
    }

    /** Gives the code to the first who writes it; empty for everybody after them, and when there is no such code. */
    public Optional<LinkRequest> take(String codeHash, Side other, Instant now) {
        return handle.createQuery("""
                        update link_request set other_id = :other, other_platform = :platform, other_bot = :bot,
                          other_chat = :chat
                        where code_hash = :hash and expires_at > :now and owner_id <> :other
                          and (other_id is null or other_id = :other)
                        returning *
                        """)
                .bind("other", other.learner().value())
                .bindMethods(other.chat())
                .bind("hash", codeHash)
                .bind("now", now)
                .map((row, context) -> request(row))
                .findOne();
    }

    /** The request of that number while it holds, for the two whom it is about. */
    public Optional<LinkRequest> find(long id, LearnerId party, Instant now) {
        return handle.createQuery("""
                        select * from link_request
                        where link_id = :id and expires_at > :now and :party in (owner_id, other_id)
                        """)
                .bind("id", id)
                .bind("party", party.value())
                .bind("now", now)
                .map((row, context) -> request(row))
                .findOne();
    }

    /** Notes that whoever wrote the code has confirmed. */
    public void agree(long id) {
        handle.createUpdate("update link_request set agreed = true where link_id = :id")
                .bind("id", id)
                .execute();
    }

    /** Ends a request; false when it has ended before. */
    public boolean close(long id) {
        return handle.createUpdate("delete from link_request where link_id = :id")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Notes that a wrong code was written in a chat. */
    public void addTry(ChatAddress chat, Instant now) {
        handle.createUpdate(
                        "insert into link_try (platform, bot, chat, tried_at) values (:platform, :bot, :chat, :now)")
                .bindMethods(chat)
                .bind("now", now)
                .execute();
    }

    /** How many wrong codes were written in a chat since that moment. */
    public int tries(ChatAddress chat, Instant since) {
        return handle.createQuery("""
                        select count(*) from link_try
                        where platform = :platform and bot = :bot and chat = :chat and tried_at > :since
                        """)
                .bindMethods(chat)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    private static LinkRequest request(ResultSet row) throws SQLException {
        Side other = row.getObject("other_id") == null ? null : side(row, "other");
        return new LinkRequest(row.getLong("link_id"), side(row, "owner"), other, row.getBoolean("agreed"));
    }

    private static Side side(ResultSet row, String who) throws SQLException {
        return new Side(
                new LearnerId(row.getLong(who + "_id")),
                new ChatAddress(
                        row.getString(who + "_platform"), row.getString(who + "_bot"), row.getString(who + "_chat")));
    }
}
