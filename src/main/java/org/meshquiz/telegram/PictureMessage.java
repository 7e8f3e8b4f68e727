package org.meshquiz.telegram;

import java.io.ByteArrayInputStream;
import org.meshquiz.chat.Card;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** A card as a photo with its text under it. Such a message is not edited: its successor comes as a new one. */
final class PictureMessage {
    private static final String MARK = "photo-";

    private PictureMessage() {}

    /** The whole card; its text has to fit under a photo. */
    static SendPhoto of(TelegramChat chat, Card card, Card.Picture picture) {
        SendPhoto photo = alone(chat, picture);
        photo.setCaption(String.join("\n\n", CardPieces.of(card)));
        photo.setParseMode("HTML");
        photo.setReplyMarkup(Keyboard.of(card.pressed()));
        return photo;
    }

    /** The picture without the text. */
    static SendPhoto alone(TelegramChat chat, Card.Picture picture) {
        return SendPhoto.builder()
                .chatId(chat.id())
                .messageThreadId(chat.topic())
                .photo(new InputFile(new ByteArrayInputStream(picture.bytes()), "picture.png"))
                .build();
    }

    static String id(Message message) {
        return MARK + message.getMessageId();
    }

    static boolean isPicture(String messageId) {
        return messageId.startsWith(MARK);
    }
}
