package org.meshquiz.chat;

import org.meshquiz.learner.ChatAddress;

/** Sends to one platform. Safe for several threads; called outside of any transaction. */
public interface Messenger {

    /**
     * Sends a new message.
     *
     * @return the platform's id of the message, for later edits
     */
    String send(ChatAddress to, Card card);

    /** Replaces a message that was sent before. */
    void edit(ChatAddress to, String platformMessageId, Card card);
}
