package org.meshquiz.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;

/**
 * Reads updates. Only what is needed is looked at, so that fields and kinds of a newer Bot API pass unread; what has not
 * the form it must have is told as {@link Undecodable}.
 */
final class Decoder {
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Set<String> WORDLESS = Set.of(
            "animation",
            "audio",
            "contact",
            "dice",
            "document",
            "location",
            "photo",
            "poll",
            "sticker",
            "story",
            "video",
            "video_note",
            "voice");
    private static final Set<String> GONE = Set.of("kicked", "left");

    private final String bot;
    private volatile String userName = "";

    /**
     * @param bot the bot's number
     */
    Decoder(String bot) {
        this.bot = bot;
    }

    /** Tells the bot's user name, which commands in groups may be addressed to. */
    void answerTo(String name) {
        userName = name;
    }

    /** An update that has not the form it must have. */
    static final class Undecodable extends Exception {
        private static final long serialVersionUID = 1L;

        Undecodable(String field) {
            super("the field " + field + " is missing or has another type");
        }
    }

    /**
     * @param id the update's number, as text
     */
    Incoming read(String id, JsonNode update) throws Undecodable {
        if (update.has("message")) {
            return message(id, update.get("message"));
        }
        if (update.has("edited_message")) {
            return edited(id, update.get("edited_message"));
        }
        if (update.has("callback_query")) {
            return press(id, update.get("callback_query"));
        }
        if (update.has("poll_answer")) {
            return vote(update.get("poll_answer"));
        }
        return update.has("my_chat_member") ? membership(id, update.get("my_chat_member")) : new Incoming.Nothing();
    }

    private Incoming message(String id, JsonNode message) throws Undecodable {
        TelegramChat chat = chat(message);
        if (message.has("migrate_to_chat_id")) {
            long to = number(message, "migrate_to_chat_id");
            return new Incoming.Migration(chat, new TelegramChat(to, null));
        }
        Inbound.From from = person(message.path("from"));
        if (from == null) {
            return new Incoming.Nothing();
        }
        if (chat.isGroup()) {
            return groupCommand(from, chat, text(message));
        }
        String text = text(message);
        if (!text.isEmpty()) {
            return new Incoming.Private(new Inbound.Text(from, id, text), null);
        }
        boolean said = WORDLESS.stream().anyMatch(message::has);
        return said ? new Incoming.Private(new Inbound.Text(from, id, "/help"), null) : new Incoming.Nothing();
    }

    /** Somebody mends a command: it counts as written anew. Other words were answered as they were. */
    private Incoming edited(String id, JsonNode message) throws Undecodable {
        return text(message).startsWith("/") ? message(id, message) : new Incoming.Nothing();
    }

    private Incoming groupCommand(Inbound.From from, TelegramChat chat, String text) {
        Matcher command = COMMAND.matcher(text.strip());
        if (!command.matches() || (command.group(2) != null && !command.group(2).equalsIgnoreCase(userName))) {
            return new Incoming.Nothing();
        }
        String words = command.group(3) == null ? "" : command.group(3).strip();
        return new Incoming.GroupCommand(from, chat, command.group(1).toLowerCase(Locale.ROOT), words);
    }

    private Incoming press(String id, JsonNode press) throws Undecodable {
        Inbound.From from = person(press.path("from"));
        String query = string(press, "id");
        if (from == null || !press.has("data")) {
            return new Incoming.Nothing();
        }
        String token = readable(string(press, "data"));
        TelegramChat chat = press.has("message") ? chat(press.get("message")) : null;
        return chat != null && chat.isGroup()
                ? new Incoming.GroupPress(from, chat, token, query)
                : new Incoming.Private(new Inbound.Press(from, id, token), query);
    }

    private Incoming vote(JsonNode vote) throws Undecodable {
        Inbound.From from = person(vote.path("user"));
        if (from == null) {
            return new Incoming.Nothing();
        }
        List<Integer> options = new ArrayList<>();
        for (JsonNode option : vote.path("option_ids")) {
            if (!option.canConvertToInt()) {
                throw new Undecodable("option_ids");
            }
            options.add(option.intValue());
        }
        return new Incoming.Vote(from, string(vote, "poll_id"), options);
    }

    private Incoming membership(String id, JsonNode change) throws Undecodable {
        TelegramChat chat = chat(change);
        JsonNode now = change.path("new_chat_member");
        String status = string(now, "status");
        boolean mayWrite = !GONE.contains(status)
                && (!status.equals("restricted")
                        || now.path("can_send_messages").asBoolean());
        Inbound.From from = person(change.path("from"));
        if (from == null) {
            return new Incoming.Nothing();
        }
        if (chat.isGroup()) {
            return new Incoming.Membership(from, new TelegramChat(chat.number(), null), mayWrite);
        }
        return mayWrite ? new Incoming.Nothing() : new Incoming.Private(new Inbound.Left(from, id), null);
    }

    /** A person; null for a bot or for nobody, such as a channel that writes under its own name. */
    private Inbound.@Nullable From person(JsonNode user) throws Undecodable {
        if (user.isMissingNode() || user.isNull() || user.path("is_bot").asBoolean()) {
            return null;
        }
        long id = number(user, "id");
        if (id <= 0) {
            throw new Undecodable("id");
        }
        Locale language = Locale.forLanguageTag(user.path("language_code").asText("en"));
        return new Inbound.From(TelegramChat.withPerson(id).address(bot), language, null);
    }

    private static TelegramChat chat(JsonNode holder) throws Undecodable {
        JsonNode chat = holder.path("chat");
        JsonNode topic = holder.path("message_thread_id");
        boolean inTopic = holder.path("is_topic_message").asBoolean() && topic.canConvertToInt();
        return new TelegramChat(number(chat, "id"), inTopic ? (Integer) topic.intValue() : null);
    }

    private static String text(JsonNode message) {
        return readable(message.path("text").asText());
    }

    private static String string(JsonNode holder, String field) throws Undecodable {
        JsonNode value = holder.path(field);
        if (!value.isTextual()) {
            throw new Undecodable(field);
        }
        return value.textValue();
    }

    private static long number(JsonNode holder, String field) throws Undecodable {
        JsonNode value = holder.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Undecodable(field);
        }
        return value.longValue();
    }

    /** Halves of characters and zero characters, which no database keeps, become the sign for an unknown character. */
    private static String readable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        return whole.replace('\0', '\uFFFD');
    }
}
