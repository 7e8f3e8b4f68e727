package org.meshquiz.telegram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;

/**
 * Sends to Telegram. A card longer than a message becomes several, the buttons under the last; the id of such a card lists
 * all of them. A poll shows its answer by itself and is not edited. Safe for several threads.
 */
final class TelegramMessenger implements Messenger {
    private static final String HTML = "HTML";
    /** Telegram's limit is 1024 after its reading of the style; emoji count twice as here. */
    private static final int LONGEST_CAPTION = 1024;

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    // Telegram's guidance: 30 messages a second in all, one a second in a chat with short bursts, 20 a minute in a
    // group.
    private static final Limit ALL = new Limit(Limit.Scope.ALL, 30, Duration.ofNanos(33_400_000));
    private static final Limit CHAT = new Limit(Limit.Scope.CHAT, 8, Duration.ofSeconds(1));
    private static final Limit GROUP = new Limit(Limit.Scope.GROUP, 10, Duration.ofSeconds(3));

    private final BotApi api;

    TelegramMessenger(BotApi api) {
        this.api = api;
    }

    @Override
    public Delivered send(ChatAddress to, Card card) {
        TelegramChat chat = TelegramChat.of(to);
        Card.Poll poll = card.poll();
        if (poll != null && chat.isGroup()) {
            return send(to, poll);
        }
        List<String> ids = new ArrayList<>();
        try {
            Card.Picture picture = card.picture();
            if (picture != null && card.plain().length() <= LONGEST_CAPTION) {
                return new Delivered.Sent(PictureMessage.id(api.send(PictureMessage.of(chat, card, picture))));
            }
            if (picture != null) {
                ids.add(String.valueOf(
                        api.send(PictureMessage.alone(chat, picture)).getMessageId()));
            }
            List<String> pieces = CardPieces.of(card);
            for (int i = 0; i < pieces.size(); i++) {
                boolean last = i == pieces.size() - 1 && card.file() == null;
                ids.add(post(chat, pieces.get(i), last ? card.pressed() : List.of()));
            }
            Card.Attachment file = card.file();
            if (file != null) {
                ids.add(post(chat, file, card.pressed()));
            }
            return new Delivered.Sent(String.join(",", ids));
        } catch (ApiFault fault) {
            // What has arrived would arrive again if the whole were repeated.
            return ids.isEmpty()
                    ? delivered(to, fault)
                    : new Delivered.Unknown("part " + (ids.size() + 1) + " was not sent: " + fault.reason());
        }
    }

    @Override
    public Delivered edit(ChatAddress to, String messageId, Card card) {
        if (PollMessage.isPoll(messageId)) {
            // A poll counts, closes and shows its answer by itself.
            return new Delivered.Sent(messageId);
        }
        if (PictureMessage.isPicture(messageId)) {
            return send(to, card);
        }
        List<Integer> ids =
                Arrays.stream(messageId.split(",")).map(Integer::valueOf).toList();
        List<String> pieces = CardPieces.of(card);
        if (pieces.size() != ids.size()) {
            return send(to, card);
        }
        TelegramChat chat = TelegramChat.of(to);
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            try {
                replace(chat, ids.get(i), pieces.get(i), last ? card.pressed() : List.of());
            } catch (ApiFault fault) {
                if (isGone(fault)) {
                    return send(to, card);
                }
                if (!fault.says("message is not modified")) {
                    return afterEdit(to, fault);
                }
            }
        }
        return new Delivered.Sent(messageId);
    }

    @Override
    public List<Limit> limits(ChatAddress to, boolean edits) {
        boolean group = TelegramChat.of(to).isGroup();
        if (edits) {
            return group ? List.of(GROUP) : List.of();
        }
        return List.of(group ? GROUP : CHAT, ALL);
    }

    private Delivered send(ChatAddress to, Card.Poll poll) {
        try {
            return new Delivered.Sent(PollMessage.id(api.call(PollMessage.of(TelegramChat.of(to), poll))));
        } catch (ApiFault fault) {
            return delivered(to, fault);
        }
    }

    private String post(TelegramChat chat, String html, List<List<Button>> buttons) throws ApiFault {
        SendMessage message = SendMessage.builder()
                .chatId(chat.id())
                .messageThreadId(chat.topic())
                .text(html)
                .parseMode(HTML)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(Keyboard.of(buttons))
                .build();
        return String.valueOf(api.call(message).getMessageId());
    }

    private String post(TelegramChat chat, Card.Attachment file, List<List<Button>> buttons) throws ApiFault {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        SendDocument document = SendDocument.builder()
                .chatId(chat.id())
                .messageThreadId(chat.topic())
                .document(new InputFile(new ByteArrayInputStream(content), file.name()))
                .replyMarkup(Keyboard.of(buttons))
                .build();
        return String.valueOf(api.send(document).getMessageId());
    }

    private void replace(TelegramChat chat, int message, String html, List<List<Button>> buttons) throws ApiFault {
        api.call(EditMessageText.builder()
                .chatId(chat.id())
                .messageId(message)
                .text(html)
                .parseMode(HTML)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(Keyboard.of(buttons))
                .build());
    }

    /** Somebody has deleted the message, or it is too old to be changed. */
    private static boolean isGone(ApiFault fault) {
        return fault.code() == 400
                && (fault.says("message to edit not found")
                        || fault.says("message can't be edited")
                        || fault.says("there is no text in the message")
                        || fault.says("MESSAGE_ID_INVALID"));
    }

    /** An edit can be repeated without harm, so an unknown outcome is worth another try. */
    private static Delivered afterEdit(ChatAddress to, ApiFault fault) {
        return fault.kind() == ApiFault.Kind.UNANSWERED
                ? new Delivered.Unavailable(fault.reason())
                : delivered(to, fault);
    }

    private static Delivered delivered(ChatAddress to, ApiFault fault) {
        @Nullable Long movedTo = fault.migrateTo();
        if (movedTo != null) {
            return new Delivered.Moved(TelegramChat.of(to).movedTo(movedTo).address(to.bot()));
        }
        return switch (fault.kind()) {
            case NOT_DONE -> new Delivered.Unavailable(fault.reason());
            case UNANSWERED -> new Delivered.Unknown(fault.reason());
            case REFUSED -> refused(TelegramChat.of(to), fault);
        };
    }

    private static Duration pause(ApiFault fault) {
        return fault.retryAfter().isZero() ? Duration.ofSeconds(1) : fault.retryAfter();
    }

    private static Delivered refused(TelegramChat to, ApiFault fault) {
        return switch (fault.code()) {
            case 429 -> new Delivered.RateLimited(pause(fault), to.isGroup() ? Limit.Scope.GROUP : Limit.Scope.CHAT);
            case 403 -> new Delivered.Blocked();
            // The token is refused, not the message: it waits for a right one.
            case 401, 404 -> new Delivered.Unavailable(fault.reason());
            default -> isUnwanted(fault) ? new Delivered.Blocked() : new Delivered.Rejected(fault.reason());
        };
    }

    private static boolean isUnwanted(ApiFault fault) {
        return fault.says("chat not found")
                || fault.says("not enough rights to send")
                || fault.says("have no rights to send")
                || fault.says("CHAT_WRITE_FORBIDDEN")
                || fault.says("CHAT_RESTRICTED")
                || fault.says("TOPIC_CLOSED")
                || fault.says("message thread not found")
                || fault.says("PEER_ID_INVALID")
                || fault.says("group chat was deactivated");
    }
}
