package org.meshquiz.chat;

import java.time.Duration;
import java.util.List;
import org.meshquiz.learner.ChatAddress;

/**
 * Sends to one platform. Safe for several threads; called outside of any transaction.
 *
 * <p>What the platform does is told by what is returned. An exception means a fault of the adapter itself: the message is
 * then tried a few times more and set aside.
 */
public interface Messenger {
    /**
     * The longest that a call may take, from its beginning to its return. It is well below the time for which a sender
     * owns a message, so that no second sender takes a message of which the first one is still waiting to hear.
     */
    Duration LONGEST_CALL = Duration.ofSeconds(10);

    /** Sends a new message. */
    Delivered send(ChatAddress to, Card card);

    /**
     * Replaces a message that was sent before. A message that looks like that already counts as sent.
     *
     * @param messageId what {@link Delivered.Sent} told when it was sent
     */
    Delivered edit(ChatAddress to, String messageId, Card card);

    /**
     * Adds to the thread of a message what the message itself says as well: on a platform without threads there is nothing
     * to do.
     *
     * @param messageId what {@link Delivered.Sent} told when the message was sent
     */
    default Delivered reply(ChatAddress to, String messageId, Card card) {
        return new Delivered.Sent(messageId);
    }

    /**
     * The limits that a message to this chat has to keep, each counted by itself. Without any, a message goes at once.
     *
     * @param edits whether it replaces a message
     */
    default List<Limit> limits(ChatAddress to, boolean edits) {
        return List.of();
    }
}
