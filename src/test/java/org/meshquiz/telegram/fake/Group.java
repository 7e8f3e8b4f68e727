package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A group chat that the bot is in. */
public final class Group {
    private final FakeBotApi api;
    private final Chats.Chat chat;

    Group(FakeBotApi api, Chats.Chat chat) {
        this.api = api;
        this.chat = chat;
    }

    public long id() {
        return chat.id;
    }

    public void makeAdministrator(Person person) {
        chat.administrators.add(person.id());
    }

    /** Somebody writes into the group. */
    public long write(Person person, String text) {
        return write(person, text, 0);
    }

    /** Somebody writes into a topic of the group. */
    public long write(Person person, String text, long topic) {
        ObjectNode message = Json.object().put("text", text);
        if (topic != 0) {
            message.put("message_thread_id", topic).put("is_topic_message", true);
        }
        message.set("from", person.user());
        return api.update(Person.messageUpdate("message", chat.store(message)));
    }

    /** Somebody votes in a poll. */
    public long vote(Person person, JsonNode message, int... options) {
        ObjectNode update = Json.object();
        ObjectNode vote = update.putObject("poll_answer")
                .put("poll_id", message.path("poll").path("id").asText());
        vote.set("user", person.user());
        for (int option : options) {
            vote.withArray("option_ids").add(option);
        }
        return api.update(update);
    }

    /** The group becomes a supergroup under another id; both notices are sent, as the service does. */
    public Group migrate(long newId) {
        Group moved = api.group(newId);
        moved.chat.administrators.addAll(chat.administrators);
        chat.movedTo = newId;
        ObjectNode left = Json.object().put("migrate_to_chat_id", newId);
        api.update(Person.messageUpdate("message", chat.store(left)));
        ObjectNode arrived = Json.object().put("migrate_from_chat_id", chat.id);
        api.update(Person.messageUpdate("message", moved.chat.store(arrived)));
        return moved;
    }

    /** The same without any notice: the bot finds out at its next message. */
    public Group migrateSilently(long newId) {
        Group moved = api.group(newId);
        moved.chat.administrators.addAll(chat.administrators);
        chat.movedTo = newId;
        return moved;
    }

    public void addBot(Person by) {
        chat.bar = Chats.Bar.NONE;
        membership(by, "left", "member");
    }

    public void removeBot(Person by) {
        chat.bar = Chats.Bar.KICKED;
        membership(by, "member", "kicked");
    }

    /** The bot may no longer write. */
    public void restrictBot(Person by) {
        chat.bar = Chats.Bar.NO_RIGHTS;
        ObjectNode update = membershipUpdate(by, "member", "restricted");
        ((ObjectNode) update.path("my_chat_member").path("new_chat_member")).put("can_send_messages", false);
        api.update(update);
    }

    /** All messages of the bot, oldest first. */
    public List<JsonNode> received() {
        return chat.order.stream()
                .map(chat.messages::get)
                .filter(message -> message.path("from").path("id").asLong() == FakeBotApi.BOT_ID)
                .<JsonNode>map(message -> {
                    synchronized (message) {
                        return message.deepCopy();
                    }
                })
                .toList();
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            List<JsonNode> received = received();
            for (int i = received.size() - 1; i >= 0; i--) {
                if (wanted.test(received.get(i))) {
                    return received.get(i);
                }
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new AssertionError("no such message within 20 s; there were: " + received());
    }

    private void membership(Person by, String before, String after) {
        api.update(membershipUpdate(by, before, after));
    }

    private ObjectNode membershipUpdate(Person by, String before, String after) {
        ObjectNode update = Json.object();
        ObjectNode change = update.putObject("my_chat_member").put("date", 1_790_000_000L);
        change.set("chat", chat.describe());
        change.set("from", by.user());
        change.putObject("old_chat_member")
                .put("status", before)
                .set("user", api.methods().bot());
        change.putObject("new_chat_member")
                .put("status", after)
                .set("user", api.methods().bot());
        return update;
    }
}
