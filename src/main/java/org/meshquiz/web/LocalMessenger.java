package org.meshquiz.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Transcript;

/** Sends to the local chat: a message is written down, and the page fetches it. */
public final class LocalMessenger implements Messenger {
    /** The platform of every address in the local chat. */
    public static final String PLATFORM = "local";

    private static final String BOT = "local";

    private final Transcript transcript;

    public LocalMessenger(Transcript transcript) {
        this.transcript = transcript;
    }

    /** The chat of a person: on this platform a chat is known by the name of the person in it. */
    public static ChatAddress chat(String person) {
        return new ChatAddress(PLATFORM, BOT, person);
    }

    @Override
    public Delivered send(ChatAddress to, Card card) {
        Shown shown = show(to, card);
        long number = transcript.add(to.chat(), shown.text(), shown.html(), shown.buttons(), picture(to, card));
        return new Delivered.Sent(Long.toString(number));
    }

    @Override
    public Delivered edit(ChatAddress to, String messageId, Card card) {
        Shown shown = show(to, card);
        transcript.edit(to.chat(), Long.parseLong(messageId), shown.text(), shown.html(), shown.buttons());
        return new Delivered.Sent(messageId);
    }

    /** Keeps the picture for the page to fetch; its path, or null. */
    private @Nullable String picture(ChatAddress to, Card card) {
        Card.Picture picture = card.picture();
        if (picture == null) {
            return null;
        }
        String name = UUID.randomUUID() + ".png";
        transcript.addFile(to.chat(), name, picture.bytes());
        return "/api/chat/" + to.chat() + "/files/" + name;
    }

    private record Shown(String text, String html, String buttons) {}

    private Shown show(ChatAddress to, Card card) {
        String text = card.plain();
        String html = CardHtml.of(card);
        Card.Attachment file = card.file();
        if (file != null) {
            String path = "/api/chat/" + to.chat() + "/files/" + file.name();
            transcript.addFile(to.chat(), file.name(), file.content().getBytes(StandardCharsets.UTF_8));
            text += "\n\n" + path;
            html += CardHtml.download(path, file.name());
        }
        return new Shown(text, html, Json.of(buttons(card)));
    }

    /** A button as the page knows it. */
    private record Pressable(String label, String token) {}

    private static List<List<Pressable>> buttons(Card card) {
        return card.pressed().stream()
                .map(row -> row.stream()
                        .map(button -> new Pressable(button.label(), button.token()))
                        .toList())
                .toList();
    }
}
