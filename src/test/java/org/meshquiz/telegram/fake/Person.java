package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Somebody with Telegram on their phone, in a private chat with the bot. */
public final class Person {
    private static final long PATIENCE_SECONDS = 20;

    private final FakeBotApi api;
    private final Chats.Chat chat;
    private final long id;
    private final String languageCode;

    Person(FakeBotApi api, Chats.Chat chat, long id, String languageCode) {
        this.api = api;
        this.chat = chat;
        this.id = id;
        this.languageCode = languageCode;
    }

    public long id() {
        return id;
    }

    /** How the service describes them. */
    public ObjectNode user() {
        ObjectNode user = Json.object()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", "Person " + id)
                .put("username", "person" + id);
        return languageCode.isEmpty() ? user : user.put("language_code", languageCode);
    }

    /** Writes, and returns the update's id. */
    public long write(String text) {
        return api.update(messageUpdate("message", chat.store(message(text))));
    }

    /** The update that writing would make, not delivered. */
    public ObjectNode writing(String text) {
        return messageUpdate("message", chat.store(message(text)));
    }

    /** Edits their newest own message. */
    public long editTo(String text) {
        ObjectNode edited = message(text).put("edit_date", 1_790_000_100L);
        return api.update(messageUpdate("edited_message", chat.store(edited)));
    }

    /** Presses the first button with that in its label under a message. */
    public long press(JsonNode message, String label) {
        return api.update(pressing(message, button(message, label)));
    }

    /** The update that a press makes, not delivered. */
    public ObjectNode pressing(JsonNode message, String data) {
        String query = Long.toString(System.nanoTime()) + id;
        api.methods().expect(query);
        ObjectNode update = Json.object();
        ObjectNode press = update.putObject("callback_query")
                .put("id", query)
                .put("chat_instance", "1")
                .put("data", data);
        press.set("from", user());
        press.set("message", message.deepCopy());
        return update;
    }

    /** What the first button with that in its label carries. */
    public static String button(JsonNode message, String label) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asText().contains(label)) {
                    return button.path("callback_data").asText();
                }
            }
        }
        throw new AssertionError("no button '" + label + "' under " + message);
    }

    public void block() {
        chat.bar = Chats.Bar.BLOCKED;
        api.update(membership("member", "kicked"));
    }

    /** Blocks without the service telling it: the bot finds out at its next message. */
    public void blockSilently() {
        chat.bar = Chats.Bar.BLOCKED;
    }

    public void unblock() {
        chat.bar = Chats.Bar.NONE;
        api.update(membership("kicked", "member"));
    }

    /** Deletes a message on both sides. */
    public void delete(JsonNode message) {
        chat.messages.remove(message.path("message_id").asLong());
    }

    /** All messages of the bot that are in the chat, oldest first. */
    public List<JsonNode> received() {
        return chat.order.stream()
                .map(chat.messages::get)
                .filter(message ->
                        message != null && message.path("from").path("id").asLong() == FakeBotApi.BOT_ID)
                .<JsonNode>map(message -> {
                    synchronized (message) {
                        return message.deepCopy();
                    }
                })
                .toList();
    }

    /** Waits until a message of the bot is like that, and returns the newest such. */
    public JsonNode await(Predicate<JsonNode> wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<JsonNode> received = List.of();
        while (System.nanoTime() < until) {
            received = received();
            for (int i = received.size() - 1; i >= 0; i--) {
                if (wanted.test(received.get(i))) {
                    return received.get(i);
                }
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new AssertionError("no such message within " + PATIENCE_SECONDS + " s; there were: " + received);
    }

    /** Waits until a message of the bot holds these words. */
    public JsonNode awaitText(String words) {
        return await(message -> message.path("text").asText().contains(words));
    }

    /** The message as it stands now. */
    public JsonNode now(JsonNode message) {
        return received().stream()
                .filter(other -> other.path("message_id").equals(message.path("message_id")))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode message(String text) {
        ObjectNode message = Json.object().put("text", text);
        message.set("from", user());
        return message;
    }

    static ObjectNode messageUpdate(String kind, ObjectNode message) {
        ObjectNode update = Json.object();
        update.set(kind, message.deepCopy());
        return update;
    }

    private ObjectNode membership(String before, String after) {
        ObjectNode update = Json.object();
        ObjectNode change = update.putObject("my_chat_member").put("date", 1_790_000_000L);
        change.set("chat", chat.describe());
        change.set("from", user());
        change.putObject("old_chat_member")
                .put("status", before)
                .set("user", api.methods().bot());
        change.putObject("new_chat_member")
                .put("status", after)
                .set("user", api.methods().bot());
        return update;
    }
}
