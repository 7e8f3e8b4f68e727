package org.meshquiz.telegram;

import java.util.List;
import org.meshquiz.chat.Card;
import org.telegram.telegrambots.meta.api.methods.polls.SendPoll;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.polls.input.InputPollOption;

/**
 * A question of the day as Telegram's own quiz poll. Its message is known as {@code poll:5/7} (poll 5, message 7), since a
 * vote names the poll and nothing else.
 */
final class PollMessage {
    private static final String MARK = "poll:";

    private PollMessage() {}

    /** The poll as it is sent: everybody sees who voted, and each their own order of options. */
    static SendPoll of(TelegramChat chat, Card.Poll poll) {
        return SendPoll.builder()
                .chatId(chat.id())
                .messageThreadId(chat.topic())
                .question(poll.question())
                .options(poll.options().stream().map(InputPollOption::new).toList())
                .type("quiz")
                .isAnonymous(false)
                .shuffleOptions(true)
                .correctOptionIds(List.of(poll.right()))
                .explanation(poll.explanation().isEmpty() ? null : poll.explanation())
                .closeDate(Math.toIntExact(poll.closesAt()))
                .build();
    }

    static String id(Message message) {
        return prefix(message.getPoll().getId()) + message.getMessageId();
    }

    /** What the id of a poll's message begins with. */
    static String prefix(String poll) {
        return MARK + poll + "/";
    }

    static boolean isPoll(String messageId) {
        return messageId.startsWith(MARK);
    }
}
