package org.meshquiz.telegram;

import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;

/**
 * A chat as Telegram numbers it. In an address it is written {@code 123}, or {@code -100123/45} for a topic of a group.
 *
 * @param number the chat's 64-bit id: a person's is above 0, a group's below
 * @param topic the topic in a group that has topics, or null
 */
record TelegramChat(long number, @Nullable Integer topic) {
    /** The platform of every address in Telegram. */
    static final String PLATFORM = "telegram";

    static TelegramChat of(ChatAddress address) {
        String[] parts = address.chat().split("/", 2);
        return new TelegramChat(Long.parseLong(parts[0]), parts.length > 1 ? Integer.valueOf(parts[1]) : null);
    }

    /** The private chat with a person. */
    static TelegramChat withPerson(long user) {
        return new TelegramChat(user, null);
    }

    ChatAddress address(String bot) {
        return new ChatAddress(PLATFORM, bot, topic == null ? id() : id() + "/" + topic);
    }

    String id() {
        return Long.toString(number);
    }

    boolean isGroup() {
        return number < 0;
    }

    /** The same topic of the supergroup that a group has become. */
    TelegramChat movedTo(long supergroup) {
        return new TelegramChat(supergroup, topic);
    }
}
