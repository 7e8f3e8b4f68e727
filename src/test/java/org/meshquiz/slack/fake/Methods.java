package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Web API's methods, as far as the program uses them, with the refusals of their public descriptions. */
final class Methods {
    private static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);

    private volatile @Nullable ObjectNode opened;
    private volatile boolean installed;
    private final Workspace workspace;
    private final Supplier<String> socketUrl;
    private final String uploads;
    private final Map<String, Long> triggers = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> homes = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(100);

    Methods(Workspace workspace, Supplier<String> socketUrl, String uploads) {
        this.workspace = workspace;
        this.socketUrl = socketUrl;
        this.uploads = uploads;
    }

    /** A trigger that opens one view within three seconds. */
    String trigger() {
        String trigger = numbers.incrementAndGet() + ".98." + numbers.incrementAndGet();
        triggers.put(trigger, System.nanoTime());
        return trigger;
    }

    Map<String, ObjectNode> homes() {
        return homes;
    }

    /** Takes the content of a file. */
    void upload(String id, String content) {
        files.put(id, content);
    }

    ObjectNode call(String method, String token, JsonNode parameters) {
        boolean ofApp = method.equals("apps.connections.open");
        if (method.equals("oauth.v2.access")) {
            return access(token, parameters);
        }
        String team = token.equals(FakeSlack.SECOND_TOKEN) ? FakeSlack.SECOND_TEAM : FakeSlack.TEAM;
        boolean known = token.equals(FakeSlack.BOT_TOKEN) || (token.equals(FakeSlack.SECOND_TOKEN) && installed);
        if (ofApp ? !token.equals(FakeSlack.APP_TOKEN) : !known) {
            throw new Refused(token.isEmpty() ? "not_authed" : "invalid_auth");
        }
        for (String field : List.of("channel", "user", "users", "user_id")) {
            if (workspace.isElsewhere(parameters.path(field).asText(), team)) {
                throw new Refused(field.equals("channel") ? "channel_not_found" : "user_not_found");
            }
        }
        return switch (method) {
            case "apps.connections.open" -> Json.object().put("url", socketUrl.get());
            case "auth.test" ->
                Json.object()
                        .put("team_id", team)
                        .put("user_id", FakeSlack.BOT_USER)
                        .put("bot_id", "B0MESHQUIZ")
                        .put("team", "Example")
                        .put("url", "https://example.slack.com/");
            case "chat.postMessage" -> post(parameters);
            case "chat.update" -> update(parameters);
            case "chat.postEphemeral" -> ephemeral(parameters);
            case "conversations.open" -> conversation(parameters);
            case "users.info" -> user(parameters);
            case "views.publish" -> publish(parameters);
            case "views.open" -> open(parameters);
            case "files.getUploadURLExternal" -> uploadUrl(parameters);
            case "files.completeUploadExternal" -> completeUpload(parameters);
            default -> throw new Refused("unknown_method");
        };
    }

    /** A code is taken once, from the app that it is for. */
    private ObjectNode access(String authorization, JsonNode parameters) {
        String client = FakeSlack.CLIENT_ID + ":" + FakeSlack.CLIENT_SECRET;
        String basic = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        if (!authorization.equals(basic)) {
            throw new Refused("bad_client_secret");
        }
        if (installed || !parameters.path("code").asText().equals(FakeSlack.CODE)) {
            throw new Refused("invalid_code");
        }
        installed = true;
        ObjectNode answer = Json.object()
                .put("access_token", FakeSlack.SECOND_TOKEN)
                .put("token_type", "bot")
                .put("bot_user_id", FakeSlack.BOT_USER);
        answer.putObject("team").put("id", FakeSlack.SECOND_TEAM).put("name", "Second");
        return answer;
    }

    private ObjectNode post(JsonNode parameters) {
        Workspace.Channel channel = workspace.open(needed(parameters, "channel"));
        String bar = channel.bar;
        if (bar != null) {
            throw new Refused(bar);
        }
        ObjectNode message = message(parameters).put("ts", workspace.ts());
        String thread = parameters.path("thread_ts").asText();
        if (!thread.isEmpty()) {
            if (channel.messages.stream()
                    .noneMatch(parent -> parent.path("ts").asText().equals(thread))) {
                throw new Refused("thread_not_found");
            }
            message.put("thread_ts", thread);
        }
        channel.messages.add(message);
        ObjectNode answer = Json.object()
                .put("channel", channel.id)
                .put("ts", message.path("ts").asText());
        answer.set("message", message.deepCopy());
        return answer;
    }

    private ObjectNode update(JsonNode parameters) {
        Workspace.Channel channel = workspace.channel(needed(parameters, "channel"));
        String ts = needed(parameters, "ts");
        ObjectNode before = channel.messages.stream()
                .filter(message -> message.path("ts").asText().equals(ts))
                .findFirst()
                .orElseThrow(() -> new Refused("message_not_found"));
        if (!before.path("user").asText().equals(FakeSlack.BOT_USER)) {
            throw new Refused("cant_update_message");
        }
        ObjectNode after = message(parameters).put("ts", ts).put("edited", true);
        channel.messages.set(channel.messages.indexOf(before), after);
        return Json.object().put("channel", channel.id).put("ts", ts);
    }

    private ObjectNode ephemeral(JsonNode parameters) {
        Workspace.Channel channel = workspace.channel(needed(parameters, "channel"));
        workspace.profile(needed(parameters, "user"));
        channel.ephemeral.add(message(parameters));
        return Json.object().put("message_ts", workspace.ts());
    }

    private static ObjectNode message(JsonNode parameters) {
        String text = parameters.path("text").asText();
        if (text.isBlank()) {
            // Slack itself only warns: notifications and screen readers would have nothing to say.
            throw new Refused("no_text");
        }
        if (text.length() > 40_000) {
            throw new Refused("msg_too_long");
        }
        ObjectNode message = Json.object().put("user", FakeSlack.BOT_USER).put("text", text);
        if (parameters.has("blocks")) {
            JsonNode blocks = Json.read(parameters.path("blocks").asText());
            BlockKit.checkMessage(blocks);
            message.set("blocks", blocks);
        }
        return message;
    }

    private ObjectNode conversation(JsonNode parameters) {
        Workspace.Channel channel =
                workspace.channel(workspace.profile(needed(parameters, "users")).channel());
        ObjectNode answer = Json.object();
        answer.putObject("channel").put("id", channel.id);
        return answer;
    }

    private ObjectNode user(JsonNode parameters) {
        Workspace.Profile profile = workspace.profile(needed(parameters, "user"));
        ObjectNode answer = Json.object();
        ObjectNode user = answer.putObject("user")
                .put("id", profile.id())
                .put("team_id", FakeSlack.TEAM)
                .put("name", "somebody")
                .put("is_bot", false)
                .put("is_admin", workspace.isAdministrator(profile.id()))
                .put("tz", profile.zone());
        user.putObject("profile").put("real_name", "Somebody " + profile.id()).put("display_name", "");
        if (parameters.path("include_locale").asText().matches("true|1")) {
            user.put("locale", profile.locale());
        }
        return answer;
    }

    private ObjectNode publish(JsonNode parameters) {
        String user = workspace.profile(needed(parameters, "user_id")).id();
        ObjectNode view = (ObjectNode) Json.read(needed(parameters, "view"));
        BlockKit.checkView(view);
        homes.put(user, view);
        return view(view);
    }

    private ObjectNode open(JsonNode parameters) {
        Long made = triggers.remove(needed(parameters, "trigger_id"));
        if (made == null) {
            throw new Refused("invalid_trigger_id");
        }
        if (System.nanoTime() - made > TRIGGER_LIFE.toNanos()) {
            throw new Refused("expired_trigger_id");
        }
        ObjectNode view = (ObjectNode) Json.read(needed(parameters, "view"));
        BlockKit.checkView(view);
        opened = view;
        return view(view);
    }

    /** The window that was opened last. */
    @Nullable
    ObjectNode opened() {
        return opened;
    }

    private ObjectNode view(ObjectNode view) {
        ObjectNode answer = Json.object();
        answer.set("view", view.deepCopy().put("id", "V" + numbers.incrementAndGet()));
        return answer;
    }

    private ObjectNode uploadUrl(JsonNode parameters) {
        needed(parameters, "filename");
        needed(parameters, "length");
        String id = "F" + numbers.incrementAndGet();
        return Json.object().put("upload_url", uploads + id).put("file_id", id);
    }

    private ObjectNode completeUpload(JsonNode parameters) {
        Workspace.Channel channel = workspace.channel(needed(parameters, "channel_id"));
        ObjectNode answer = Json.object();
        for (JsonNode file : Json.read(needed(parameters, "files"))) {
            String content = files.get(file.path("id").asText());
            if (content == null) {
                throw new Refused("file_not_found");
            }
            ObjectNode message = Json.object().put("user", FakeSlack.BOT_USER).put("ts", workspace.ts());
            message.put("file", file.path("title").asText()).put("content", content);
            channel.messages.add(message);
            answer.withArray("/files").addObject().put("id", file.path("id").asText());
        }
        return answer;
    }

    private static String needed(JsonNode parameters, String name) {
        String value = parameters.path(name).asText();
        if (value.isEmpty()) {
            throw new Refused("invalid_arguments");
        }
        return value;
    }
}
