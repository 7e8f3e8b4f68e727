package org.meshquiz.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;

/** What an update says, as far as the program has a use for it. */
sealed interface Incoming {

    /** Updates with the same number are handled one after another. */
    long order();

    /**
     * Something in a private chat.
     *
     * @param callbackQuery Telegram's id of a press, which waits for a word back; null for anything else
     */
    record Private(Inbound inbound, @Nullable String callbackQuery) implements Incoming {
        @Override
        public long order() {
            return Long.parseLong(inbound.from().chat().chat());
        }
    }

    /**
     * A command in a group.
     *
     * @param person who wrote it
     * @param chat the group, and the topic in it
     * @param name the command without slash and bot name, in lower case
     * @param words what follows it
     */
    record GroupCommand(Inbound.From person, TelegramChat chat, String name, String words) implements Incoming {
        @Override
        public long order() {
            return chat.number();
        }
    }

    /**
     * A press in a group.
     *
     * @param person who pressed
     * @param chat the group, and the topic in it
     * @param token what the button carried
     * @param callbackQuery Telegram's id of the press
     */
    record GroupPress(Inbound.From person, TelegramChat chat, String token, String callbackQuery) implements Incoming {
        @Override
        public long order() {
            return Long.parseLong(person.chat().chat());
        }
    }

    /**
     * An answer to a poll.
     *
     * @param person who voted
     * @param poll Telegram's id of the poll
     * @param options what was chosen, as the poll numbers it; empty when a vote is taken back
     */
    record Vote(Inbound.From person, String poll, List<Integer> options) implements Incoming {
        public Vote {
            options = List.copyOf(options);
        }

        @Override
        public long order() {
            return Long.parseLong(person.chat().chat());
        }
    }

    /**
     * The bot may write to a group from now on, or no longer.
     *
     * @param person who changed it
     */
    record Membership(Inbound.From person, TelegramChat chat, boolean mayWrite) implements Incoming {
        @Override
        public long order() {
            return chat.number();
        }
    }

    /** A group has become a supergroup. */
    record Migration(TelegramChat from, TelegramChat to) implements Incoming {
        @Override
        public long order() {
            return from.number();
        }
    }

    /** Something that asks for nothing. */
    record Nothing() implements Incoming {
        @Override
        public long order() {
            return 0;
        }
    }

    /**
     * Something that has not the form it must have.
     *
     * @param reason what is wrong, without what people wrote
     */
    record Unreadable(String reason) implements Incoming {
        @Override
        public long order() {
            return 0;
        }
    }
}
