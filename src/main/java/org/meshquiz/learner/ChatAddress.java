package org.meshquiz.learner;

/**
 * A chat with one of our bots.
 *
 * @param platform {@code local}, {@code telegram} or {@code slack}
 * @param bot which of our bots there: Telegram's bot id, Slack's team id, or {@code local}
 * @param chat the platform's id of the chat
 */
public record ChatAddress(String platform, String bot, String chat) {
    public ChatAddress {
        if (platform.isBlank() || bot.isBlank() || chat.isBlank()) {
            throw new IllegalArgumentException("a chat address needs a platform, a bot and a chat, none of them blank");
        }
    }

    /** Says where, but not who: chat ids stay out of logs. */
    @Override
    public String toString() {
        return platform + " chat";
    }
}
