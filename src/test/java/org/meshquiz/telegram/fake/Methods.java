package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the Bot API does for each of its methods that the program uses. */
final class Methods {
    private static final List<String> NAMES = List.of(
            "getMe",
            "getUpdates",
            "setWebhook",
            "deleteWebhook",
            "setMyCommands",
            "sendMessage",
            "sendDocument",
            "sendPhoto",
            "sendPoll",
            "stopPoll",
            "editMessageText",
            "answerCallbackQuery",
            "getChat",
            "getChatMember");
    private static final int LONGEST_TOAST = 200;
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");

    private final UpdateQueue updates;
    private final Chats chats;
    private final String userName;
    private final long botId;
    private final Set<String> callbacks = ConcurrentHashMap.newKeySet();
    private final Map<String, JsonNode> commands = new ConcurrentHashMap<>();
    private volatile JsonNode webhook = Json.object();

    Methods(UpdateQueue updates, Chats chats, long botId, String userName) {
        this.updates = updates;
        this.chats = chats;
        this.botId = botId;
        this.userName = userName;
    }

    /** The name as the documentation writes it: in requests its case does not matter. */
    static String named(String method) {
        return NAMES.stream().filter(method::equalsIgnoreCase).findFirst().orElse(method);
    }

    /** A callback query that may be answered once. */
    void expect(String callbackQuery) {
        callbacks.add(callbackQuery);
    }

    /** Commands by {@code scope/language}. */
    Map<String, JsonNode> commands() {
        return commands;
    }

    /** The parameters of the webhook, empty when there is none. */
    JsonNode webhook() {
        return webhook;
    }

    JsonNode call(String method, JsonNode parameters) {
        return switch (method) {
            case "getMe" -> bot();
            case "getUpdates" -> getUpdates(parameters);
            case "setWebhook" -> setWebhook(parameters);
            case "deleteWebhook" -> {
                webhook = Json.object();
                yield yes();
            }
            case "setMyCommands" -> setMyCommands(parameters);
            case "sendMessage" -> send(parameters, Texts.message(parameters));
            case "sendDocument" -> send(parameters, Texts.document(parameters));
            case "sendPhoto" -> send(parameters, Texts.photo(parameters));
            case "sendPoll" -> sendPoll(parameters);
            case "stopPoll" -> stopPoll(parameters);
            case "editMessageText" -> edit(parameters);
            case "answerCallbackQuery" -> answerCallbackQuery(parameters);
            case "getChat" -> chats.named(parameters).describe();
            case "getChatMember" -> member(parameters);
            default -> throw new Refused(404, "Not Found: method not found");
        };
    }

    private JsonNode getUpdates(JsonNode parameters) {
        if (webhook.has("url")) {
            throw new Refused(
                    409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first");
        }
        return updates.poll(
                parameters.path("offset").asLong(),
                parameters.path("limit").asInt(),
                parameters.path("timeout").asLong());
    }

    private JsonNode setWebhook(JsonNode parameters) {
        String url = parameters.path("url").asText();
        if (!url.isEmpty() && !url.startsWith("https://")) {
            throw Refused.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!parameters.path("secret_token").asText().matches("[A-Za-z0-9_-]{0,256}")) {
            throw Refused.badRequest("secret token contains illegal characters");
        }
        webhook = url.isEmpty() ? Json.object() : parameters;
        return yes();
    }

    private JsonNode setMyCommands(JsonNode parameters) {
        for (JsonNode command : parameters.path("commands")) {
            String description = command.path("description").asText();
            if (!COMMAND.matcher(command.path("command").asText()).matches()) {
                throw Refused.badRequest("BOT_COMMAND_INVALID");
            }
            if (description.isBlank() || description.length() > 256) {
                throw Refused.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        String scope = parameters.path("scope").path("type").asText("default");
        commands.put(scope + "/" + parameters.path("language_code").asText(), parameters.path("commands"));
        return yes();
    }

    private JsonNode send(JsonNode parameters, ObjectNode message) {
        Chats.Chat chat = chats.writable(parameters);
        long replyTo = parameters.path("reply_parameters").path("message_id").asLong();
        if (replyTo != 0
                && !chat.messages.containsKey(replyTo)
                && !parameters
                        .path("reply_parameters")
                        .path("allow_sending_without_reply")
                        .asBoolean()) {
            throw Refused.badRequest("message to be replied not found");
        }
        if (parameters.hasNonNull("message_thread_id")) {
            message.put(
                    "message_thread_id", parameters.path("message_thread_id").asLong());
        }
        message.set("from", bot());
        return chat.store(message);
    }

    private JsonNode sendPoll(JsonNode parameters) {
        ObjectNode poll = Texts.poll(parameters).put("id", Long.toString(chats.nextPoll()));
        ObjectNode message = Json.object();
        message.set("poll", poll);
        return send(parameters, message);
    }

    private JsonNode stopPoll(JsonNode parameters) {
        JsonNode poll = message(chats.writable(parameters), parameters, "message with poll to stop not found")
                .path("poll");
        if (poll.isMissingNode()) {
            throw Refused.badRequest("message with poll to stop not found");
        }
        if (poll.path("is_closed").asBoolean()) {
            throw Refused.badRequest("poll has already been closed");
        }
        return ((ObjectNode) poll).put("is_closed", true);
    }

    private JsonNode edit(JsonNode parameters) {
        Chats.Chat chat = chats.writable(parameters);
        ObjectNode changed = Texts.message(parameters);
        ObjectNode message = message(chat, parameters, "message to edit not found");
        synchronized (message) {
            if (message.path("from").path("id").asLong() != botId) {
                throw Refused.badRequest("message can't be edited");
            }
            if (!message.has("text")) {
                throw Refused.badRequest("there is no text in the message to edit");
            }
            if (message.path("raw").equals(changed.path("raw"))
                    && message.path("reply_markup").equals(changed.path("reply_markup"))) {
                throw Refused.badRequest("message is not modified: specified new message content and reply markup are"
                        + " exactly the same as a current content and reply markup of the message");
            }
            message.remove("reply_markup");
            message.setAll(changed);
            message.put("edit_date", message.path("edit_date").asLong(1_790_000_000L) + 1);
            return message.deepCopy();
        }
    }

    private static ObjectNode message(Chats.Chat chat, JsonNode parameters, String otherwise) {
        ObjectNode message = chat.messages.get(parameters.path("message_id").asLong());
        if (message == null) {
            throw Refused.badRequest(otherwise);
        }
        return message;
    }

    private JsonNode answerCallbackQuery(JsonNode parameters) {
        if (parameters.path("text").asText().length() > LONGEST_TOAST) {
            throw Refused.badRequest("MESSAGE_TOO_LONG");
        }
        if (!callbacks.remove(parameters.path("callback_query_id").asText())) {
            throw Refused.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        return yes();
    }

    private JsonNode member(JsonNode parameters) {
        Chats.Chat chat = chats.named(parameters);
        long user = parameters.path("user_id").asLong();
        ObjectNode member = Json.object();
        member.putObject("user").put("id", user).put("is_bot", false).put("first_name", "Somebody");
        return member.put("status", chat.administrators.contains(user) ? "administrator" : "member");
    }

    ObjectNode bot() {
        return Json.object()
                .put("id", botId)
                .put("is_bot", true)
                .put("first_name", "MeshQuiz")
                .put("username", userName)
                .put("can_join_groups", true);
    }

    private static JsonNode yes() {
        return BooleanNode.TRUE;
    }
}
