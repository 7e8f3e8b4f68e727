package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody in the workspace, with the app in their sidebar. */
public final class Member {
    private static final long PATIENCE_SECONDS = 20;

    private final Map<String, List<String>> ticked = new ConcurrentHashMap<>();
    private final FakeSlack slack;
    private final Workspace.Profile profile;
    private final Workspace.Channel direct;

    Member(FakeSlack slack, Workspace.Profile profile, Workspace.Channel direct) {
        this.slack = slack;
        this.profile = profile;
        this.direct = direct;
    }

    public String id() {
        return profile.id();
    }

    /** Writes a direct message to the bot. */
    public void write(String text) {
        slack.deliver(writing(text));
    }

    /** The update that writing makes, not delivered. */
    public Update writing(String text) {
        ObjectNode event = Json.object()
                .put("type", "message")
                .put("channel", direct.id)
                .put("channel_type", "im")
                .put("user", id())
                .put("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .put("ts", slack.workspace().ts());
        return slack.event(profile.team(), event);
    }

    /** Removes the app from the workspace. */
    public void removesApp() {
        slack.deliver(slack.event(profile.team(), Json.object().put("type", "app_uninstalled")));
    }

    /** Opens the app's home tab. */
    public void openHome() {
        slack.deliver(slack.event(
                profile.team(),
                Json.object()
                        .put("type", "app_home_opened")
                        .put("user", id())
                        .put("channel", direct.id)
                        .put("tab", "home")));
    }

    /** Writes {@code /quiz} and that in a channel. */
    public void command(String words, String channel) {
        slack.deliver(commanding(words, channel));
    }

    /** The same in the bot's direct messages. */
    public void command(String words) {
        command(words, direct.id);
    }

    /** The update that a command makes, not delivered. */
    public Update commanding(String words, String channel) {
        return new Update(
                "slash_commands",
                Json.object()
                        .put("token", "verification-token-of-old")
                        .put("team_id", profile.team())
                        .put("team_domain", "example")
                        .put("channel_id", channel)
                        .put("channel_name", channel.startsWith("D") ? "directmessage" : "general")
                        .put("user_id", id())
                        .put("user_name", "somebody")
                        .put("command", "/quiz")
                        .put("text", words)
                        .put("api_app_id", "A0MESHQUIZ")
                        .put("is_enterprise_install", "false")
                        .put("response_url", slack.responseUrl(channel, ""))
                        .put("trigger_id", slack.trigger()));
    }

    /** Presses the first button with that in its label under a message. */
    public void press(JsonNode message, String label) {
        slack.deliver(pressing(message, button(message, label)));
    }

    /** Presses the first button with that in its label under a message in a channel. */
    public void press(String channel, JsonNode message, String label) {
        slack.deliver(pressing(channel, message, button(message, label)));
    }

    /** The update that a press makes, not delivered. */
    public Update pressing(JsonNode message, JsonNode element) {
        return pressing(direct.id, message, element);
    }

    private Update pressing(String channel, JsonNode message, JsonNode element) {
        ObjectNode payload = interaction("block_actions")
                .put(
                        "response_url",
                        slack.responseUrl(channel, message.path("ts").asText()));
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.path("ts").asText())
                .put("channel_id", channel)
                .put("is_ephemeral", false);
        payload.putObject("channel")
                .put("id", channel)
                .put("name", channel.startsWith("D") ? "directmessage" : "general");
        payload.set("message", message.deepCopy());
        state(payload.putObject("state").putObject("values"), message);
        ObjectNode action = payload.putArray("actions").addObject();
        action.setAll((ObjectNode) element);
        action.put("block_id", "b1").put("action_ts", slack.workspace().ts());
        return new Update("interactive", payload);
    }

    /** Ticks exactly those boxes of a message, by their labels; Slack tells the app of it. */
    public void tick(JsonNode message, String... labels) {
        for (JsonNode block : message.path("blocks")) {
            for (JsonNode element : block.path("elements")) {
                if (element.path("type").asText().equals("checkboxes")) {
                    ticked.put(message.path("ts").asText(), List.of(labels));
                    slack.deliver(pressing(message, element.deepCopy()));
                    return;
                }
            }
        }
        throw new IllegalStateException("no boxes in " + message);
    }

    /** What the boxes of a message stand at: as the app set them, or as the person did since. */
    private void state(ObjectNode values, JsonNode message) {
        int number = 0;
        for (JsonNode block : message.path("blocks")) {
            number++;
            for (JsonNode element : block.path("elements")) {
                if (!element.path("type").asText().equals("checkboxes")) {
                    continue;
                }
                List<String> own = ticked.get(message.path("ts").asText());
                ArrayNode selected = values.putObject("b" + number)
                        .putObject(element.path("action_id").asText())
                        .put("type", "checkboxes")
                        .putArray("selected_options");
                for (JsonNode option : own == null ? element.path("initial_options") : element.path("options")) {
                    if (own == null
                            || own.contains(option.path("text").path("text").asText())) {
                        selected.add(option);
                    }
                }
            }
        }
    }

    /** Hands in the window that was opened last, with these words in its field. */
    public void submit(String words) {
        ObjectNode view = slack.openedView();
        ObjectNode payload = interaction("view_submission");
        view.putObject("state")
                .putObject("values")
                .putObject("b2")
                .putObject("answer")
                .put("type", "plain_text_input")
                .put("value", words);
        payload.set("view", view);
        payload.putArray("response_urls");
        slack.deliver(new Update("interactive", payload));
    }

    /** Presses a button of the home tab. */
    public void pressAtHome(String label) {
        JsonNode home = home();
        ObjectNode payload = interaction("block_actions");
        payload.putObject("container").put("type", "view").put("view_id", "V1");
        payload.set("view", home);
        payload.putArray("actions").addObject().setAll((ObjectNode)
                button(home, label).deepCopy());
        slack.deliver(new Update("interactive", payload));
    }

    /** The home tab as it stands, or an empty object. */
    public JsonNode home() {
        ObjectNode home = slack.homes().get(id());
        return home == null ? Json.object() : home.deepCopy();
    }

    private ObjectNode interaction(String type) {
        ObjectNode payload = Json.object()
                .put("type", type)
                .put("token", "verification-token-of-old")
                .put("api_app_id", "A0MESHQUIZ")
                .put("trigger_id", slack.trigger());
        payload.putObject("user").put("id", id()).put("username", "somebody").put("team_id", profile.team());
        payload.putObject("team").put("id", profile.team()).put("domain", "example");
        payload.putNull("enterprise");
        return payload;
    }

    /** The first button with that in its label in a message or view. */
    public static JsonNode button(JsonNode shown, String label) {
        for (JsonNode block : shown.path("blocks")) {
            for (JsonNode element : block.path("elements")) {
                if (element.path("text").path("text").asText().contains(label)) {
                    return element;
                }
            }
        }
        throw new AssertionError("no button '" + label + "' in " + shown);
    }

    /** Every post to them is refused with that code from now on; null lets posts pass again. */
    public void bar(@Nullable String code) {
        direct.bar = code;
    }

    /** All messages of the bot that are there, oldest first. */
    public List<JsonNode> received() {
        List<JsonNode> received = new ArrayList<>();
        direct.messages.forEach(message -> received.add(message.deepCopy()));
        return received;
    }

    /** What a message shows. */
    public static String text(JsonNode message) {
        return BlockKit.visible(message.path("blocks"));
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

    /** Waits until the person alone was told something with these words. */
    public void awaitEphemeral(String words) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (direct.ephemeral.stream()
                .noneMatch(told -> told.path("text").asText().contains(words))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nothing with '" + words + "' in " + direct.ephemeral);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Waits until a message of the bot holds these words. */
    public JsonNode awaitText(String words) {
        return await(message -> text(message).contains(words));
    }

    /** The message as it stands now. */
    public JsonNode now(JsonNode message) {
        return received().stream()
                .filter(other -> other.path("ts").equals(message.path("ts")))
                .findFirst()
                .orElseThrow();
    }
}
