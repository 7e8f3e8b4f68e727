package org.meshquiz.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.LearnerId;

/** The chats that people write from. */
public final class Chats {
    private final Handle handle;

    Chats(Handle handle) {
        this.handle = handle;
    }

    /** The chats of a person in which they have not blocked the bot. */
    public List<ChatAddress> open(LearnerId id) {
        return handle.createQuery("""
                        select platform, bot, chat from chat_address
                        where learner_id = :id and blocked_at is null order by platform, bot, chat
                        """)
                .bind("id", id.value())
                .map((row, context) -> new ChatAddress(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** All chats of a person. */
    public List<ChatAddress> all(LearnerId id) {
        return handle.createQuery("select platform, bot, chat from chat_address where learner_id = :id")
                .bind("id", id.value())
                .map((row, context) -> new ChatAddress(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Takes a chat out of its account; whoever writes there next is a stranger. */
    public void release(ChatAddress chat) {
        handle.createUpdate("""
                        delete from chat_address where platform = :platform and bot = :bot and chat = :chat
                        """).bindMethods(chat).execute();
    }

    /** From now on unasked messages go to that chat. */
    public void choose(ChatAddress chat, Instant now) {
        handle.createUpdate("""
                        update chat_address set chosen_at = :now
                        where platform = :platform and bot = :bot and chat = :chat
                        """).bindMethods(chat).bind("now", now).execute();
    }

    /** Notes that the bot is not wanted in a chat any more. */
    public void block(ChatAddress chat, Instant now) {
        handle.createUpdate("""
                        update chat_address set blocked_at = :now
                        where platform = :platform and bot = :bot and chat = :chat and blocked_at is null
                        """).bindMethods(chat).bind("now", now).execute();
    }

    /** Notes that a bot is not wanted anywhere any more. */
    public void blockAll(String platform, String bot, Instant now) {
        handle.createUpdate("""
                        update chat_address set blocked_at = :now
                        where platform = :platform and bot = :bot and blocked_at is null
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .bind("now", now)
                .execute();
    }

    /** Notes that somebody has written from a chat that was blocked. */
    public void unblock(ChatAddress chat) {
        handle.createUpdate("""
                        update chat_address set blocked_at = null
                        where platform = :platform and bot = :bot and chat = :chat
                        """).bindMethods(chat).execute();
    }

    /** Gives a chat its new address, unless that one is known already: then the old one is dropped. */
    public void move(ChatAddress from, ChatAddress to) {
        int moved = handle.createUpdate("""
                        update chat_address set platform = :toPlatform, bot = :toBot, chat = :toChat
                        where platform = :platform and bot = :bot and chat = :chat
                          and not exists (select from chat_address
                            where platform = :toPlatform and bot = :toBot and chat = :toChat)
                        """)
                .bindMethods(from)
                .bind("toPlatform", to.platform())
                .bind("toBot", to.bot())
                .bind("toChat", to.chat())
                .execute();
        if (moved == 0) {
            handle.createUpdate("""
                            delete from chat_address where platform = :platform and bot = :bot and chat = :chat
                            """).bindMethods(from).execute();
        }
    }
}
