package org.meshquiz.chat;

import java.time.Duration;
import org.meshquiz.learner.ChatAddress;

/** What came of handing a message to a platform. Reasons name codes and kinds, never a person's words or a token. */
public sealed interface Delivered {

    /**
     * The platform has it.
     *
     * @param messageId the platform's id of the message, for later edits; opaque to everybody but the adapter
     */
    record Sent(String messageId) implements Delivered {}

    /**
     * Too much was sent; nothing of that scope may go out before the time told is over. The message was not sent.
     *
     * @param pause how long the platform says to wait
     * @param scope what has to wait: the chat, unless the platform says otherwise
     */
    record RateLimited(Duration pause, Limit.Scope scope) implements Delivered {
        public RateLimited {
            if (pause.isNegative()) {
                throw new IllegalArgumentException("a pause of " + pause + " is negative");
            }
        }

        public RateLimited(Duration pause) {
            this(pause, Limit.Scope.CHAT);
        }
    }

    /** The person has blocked the bot, or the chat is gone: nothing is sent there until somebody writes from it again. */
    record Blocked() implements Delivered {}

    /**
     * The chat goes on under another address, as a group does that became a supergroup. The message was not sent.
     *
     * @param to the new address
     */
    record Moved(ChatAddress to) implements Delivered {}

    /**
     * The platform could not be reached or is out of order; the message was certainly not sent and is worth another try.
     *
     * @param reason what happened, for the operator
     */
    record Unavailable(String reason) implements Delivered {}

    /**
     * The request went out and no answer came: whether the person has the message is not known, so it is not sent again.
     *
     * @param reason what happened, for the operator
     */
    record Unknown(String reason) implements Delivered {}

    /**
     * The platform refuses this message, and will refuse it again.
     *
     * @param reason the platform's code for it, for the operator
     */
    record Rejected(String reason) implements Delivered {}
}
