package org.meshquiz.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.ChatAddress;

/** Where messages of ours stand on their platforms, so that they can be edited. */
public final class SentMessages {
    private final Handle handle;

    SentMessages(Handle handle) {
        this.handle = handle;
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

    /** Forgets where a message stands, because it does not stand there any more. */
    public void forget(ChatAddress chat, long message) {
        handle.createUpdate("""
                        delete from sent_message
                        where platform = :platform and bot = :bot and chat = :chat and message_id = :message
                        """).bindMethods(chat).bind("message", message).execute();
    }
}
