package org.meshquiz.telegram;

import java.util.List;

/** The kinds of updates that are asked for; Telegram sends no others. */
final class AllowedUpdates {
    static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "poll_answer", "my_chat_member");

    private AllowedUpdates() {}
}
