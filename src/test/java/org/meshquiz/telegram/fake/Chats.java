package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** The chats of the fake as the service keeps them: who may be written to, and every message. */
final class Chats {
    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final AtomicLong polls = new AtomicLong(5_000_000_000L);

    /** What keeps a bot from writing to a chat. */
    enum Bar {
        NONE,
        BLOCKED,
        DEACTIVATED,
        KICKED,
        NO_RIGHTS
    }

    /** One chat. */
    static final class Chat {
        final long id;
        final String type;
        final Map<Long, ObjectNode> messages = new ConcurrentHashMap<>();
        final ConcurrentLinkedDeque<Long> order = new ConcurrentLinkedDeque<>();
        final Set<Long> administrators = ConcurrentHashMap.newKeySet();
        final AtomicLong lastMessage = new AtomicLong();
        volatile Bar bar = Bar.NONE;
        volatile long movedTo;

        Chat(long id, String type) {
            this.id = id;
            this.type = type;
        }

        ObjectNode describe() {
            ObjectNode chat = Json.object().put("id", id).put("type", type);
            return type.equals("private") ? chat.put("first_name", "Somebody") : chat.put("title", "Our team");
        }

        ObjectNode store(ObjectNode message) {
            long number = lastMessage.incrementAndGet();
            message.put("message_id", number);
            message.put("date", 1_790_000_000L);
            message.set("chat", describe());
            messages.put(number, message);
            order.add(number);
            return message;
        }
    }

    Chat add(long id, String type) {
        return chats.computeIfAbsent(id, number -> new Chat(number, type));
    }

    Collection<Chat> all() {
        return chats.values();
    }

    long nextPoll() {
        return polls.incrementAndGet();
    }

    /** The chat that a request names, when the bot may write there. */
    Chat writable(JsonNode parameters) {
        Chat chat = named(parameters);
        if (chat.movedTo != 0) {
            throw Refused.badRequest("group chat was upgraded to a supergroup chat")
                    .with("migrate_to_chat_id", chat.movedTo);
        }
        switch (chat.bar) {
            case BLOCKED -> throw Refused.forbidden("bot was blocked by the user");
            case DEACTIVATED -> throw Refused.forbidden("user is deactivated");
            case KICKED -> throw Refused.forbidden("bot was kicked from the " + chat.type + " chat");
            case NO_RIGHTS -> throw Refused.badRequest("not enough rights to send text messages to the chat");
            case NONE -> {}
        }
        return chat;
    }

    Chat named(JsonNode parameters) {
        String id = parameters.path("chat_id").asText();
        if (!id.matches("-?\\d+")) {
            throw Refused.badRequest(id.isEmpty() ? "chat_id is empty" : "chat not found");
        }
        Chat chat = chats.get(Long.parseLong(id));
        if (chat == null) {
            throw Refused.badRequest("chat not found");
        }
        return chat;
    }
}
