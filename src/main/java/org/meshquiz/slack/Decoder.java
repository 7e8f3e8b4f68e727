package org.meshquiz.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.reception.Reader;
import org.meshquiz.quiz.reception.Unreadable;

/**
 * Reads updates of one workspace. Only what is needed is looked at, so that fields and kinds of a newer Slack pass unread;
 * what has not the form it must have is told as {@link Unreadable}.
 */
final class Decoder implements Reader<Incoming> {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,40}");
    private static final Pattern LINK = Pattern.compile("<(?:https?|mailto):[^|>]*\\|([^>]*)>");
    private static final Pattern BARE_LINK = Pattern.compile("<((?:https?|mailto):[^|>]*)>");

    private static final Pattern OF_CHANNEL = Pattern.compile("/(team|leaderboard)((?:\\s.*)?)", Pattern.DOTALL);

    private final String team;

    /**
     * @param team Slack's id of the workspace; updates of any other are not ours
     */
    Decoder(String team) {
        this.team = team;
    }

    @Override
    public Incoming read(Intake.Update update) throws Unreadable {
        JsonNode envelope;
        try {
            envelope = Envelope.JSON.readTree(update.raw());
        } catch (JsonProcessingException fault) {
            throw new Unreadable(fault.getClass().getSimpleName());
        }
        JsonNode payload = envelope.path("payload");
        return switch (envelope.path("type").asText()) {
            case Envelope.EVENT -> event(payload);
            case Envelope.INTERACTION -> interaction(payload);
            case Envelope.COMMAND -> command(payload);
            default -> new Incoming.Nothing();
        };
    }

    @Override
    public long order(Incoming said) {
        if (said instanceof Incoming.Said words) {
            return words.user().hashCode();
        }
        if (said instanceof Incoming.Pressed pressed) {
            return pressed.user().hashCode();
        }
        if (said instanceof Incoming.FieldWanted wanted) {
            return wanted.user().hashCode();
        }
        if (said instanceof Incoming.Written written) {
            return written.user().hashCode();
        }
        if (said instanceof Incoming.ChannelPressed pressed) {
            return pressed.user().hashCode();
        }
        if (said instanceof Incoming.ChannelCommand command) {
            return command.user().hashCode();
        }
        return said instanceof Incoming.HomeOpened opened ? opened.user().hashCode() : 0;
    }

    private Incoming event(JsonNode payload) throws Unreadable {
        ours(payload.path("team_id"));
        JsonNode event = payload.path("event");
        return switch (event.path("type").asText()) {
            case "message" -> message(event);
            case "app_home_opened" ->
                event.path("tab").asText("home").equals("home")
                        ? new Incoming.HomeOpened(id(event, "user"))
                        : new Incoming.Nothing();
            case "app_uninstalled" -> new Incoming.Removed();
            case "tokens_revoked" ->
                event.path("tokens").path("bot").isEmpty() ? new Incoming.Nothing() : new Incoming.Removed();
            default -> new Incoming.Nothing();
        };
    }

    /** Only what a person writes to us alone: not our own words, not edits, not joins. */
    private static Incoming message(JsonNode event) throws Unreadable {
        boolean direct = event.path("channel_type").asText().equals("im");
        if (!direct || event.has("subtype") || event.hasNonNull("bot_id")) {
            return new Incoming.Nothing();
        }
        return new Incoming.Said(id(event, "user"), CommandWords.ofMessage(plain(string(event, "text"))), null);
    }

    private Incoming command(JsonNode payload) throws Unreadable {
        ours(payload.path("team_id"));
        boolean direct = payload.path("channel_id").asText().startsWith("D");
        String words = CommandWords.ofSlashCommand(plain(payload.path("text").asText()));
        Matcher ofChannel = OF_CHANNEL.matcher(words);
        if (!direct && ofChannel.matches()) {
            return new Incoming.ChannelCommand(
                    id(payload, "user_id"),
                    id(payload, "channel_id"),
                    ofChannel.group(1),
                    ofChannel.group(2).strip(),
                    url(payload));
        }
        return new Incoming.Said(id(payload, "user_id"), words, direct ? null : url(payload));
    }

    private Incoming interaction(JsonNode payload) throws Unreadable {
        String type = payload.path("type").asText();
        if (type.equals("view_submission")) {
            ours(payload.path("team").path("id"));
            return AnswerField.read(id(payload.path("user"), "id"), payload.path("view"));
        }
        if (!type.equals("block_actions")) {
            return new Incoming.Nothing();
        }
        ours(payload.path("team").path("id"));
        JsonNode action = payload.path("actions").path(0);
        if (!action.path("type").asText().equals("button")) {
            return new Incoming.Nothing();
        }
        String channel = payload.path("container").path("channel_id").asText();
        if (!channel.isEmpty() && !channel.startsWith("D")) {
            return new Incoming.ChannelPressed(
                    id(payload.path("user"), "id"),
                    id(payload.path("container"), "channel_id"),
                    unNul(string(action, "value")),
                    place(payload));
        }
        String user = id(payload.path("user"), "id");
        String token = unNul(string(action, "value"));
        Incoming.Place place = place(payload);
        if (place != null && SlackBlocks.opensField(action.path("action_id").asText())) {
            String question = plain(payload.path("message").path("text").asText());
            return new Incoming.FieldWanted(user, token, string(payload, "trigger_id"), question, place);
        }
        return new Incoming.Pressed(user, token, ticked(payload), place);
    }

    /** What the ticked boxes carry; null where there are no boxes. */
    private static @Nullable List<String> ticked(JsonNode payload) {
        List<String> ticked = null;
        for (JsonNode block : payload.path("state").path("values")) {
            for (JsonNode element : block) {
                if (element.path("type").asText().equals("checkboxes")) {
                    ticked = ticked == null ? new ArrayList<>() : ticked;
                    for (JsonNode option : element.path("selected_options")) {
                        ticked.add(unNul(option.path("value").asText()));
                    }
                }
            }
        }
        return ticked;
    }

    private static Incoming.@Nullable Place place(JsonNode payload) {
        JsonNode container = payload.path("container");
        String url = url(payload);
        boolean message = container.path("type").asText().equals("message");
        return message && url != null
                ? new Incoming.Place(
                        container.path("channel_id").asText() + ":"
                                + container.path("message_ts").asText(),
                        url)
                : null;
    }

    private void ours(JsonNode told) throws Unreadable {
        if (!told.asText().equals(team)) {
            throw new Unreadable("it is not of the workspace that the token is for");
        }
    }

    private static @Nullable String url(JsonNode payload) {
        String url = payload.path("response_url").asText();
        return url.isEmpty() ? null : url;
    }

    /** Slack escapes three characters and marks what it takes for addresses. */
    private static String plain(String text) {
        String unmarked = BARE_LINK.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("$1");
        return unNul(unmarked.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }

    /** The database keeps no NUL. */
    static String unNul(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String id(JsonNode holder, String field) throws Unreadable {
        String id = string(holder, field);
        if (!ID.matcher(id).matches()) {
            throw new Unreadable("the field " + field + " is no id");
        }
        return id;
    }

    private static String string(JsonNode holder, String field) throws Unreadable {
        JsonNode value = holder.path(field);
        if (!value.isTextual()) {
            throw new Unreadable("the field " + field + " is missing or has another type");
        }
        return value.textValue();
    }
}
