package org.meshquiz.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.meshquiz.quiz.Intake;

/** The form in which updates are stored: the same for both ways in which they come. */
final class Envelope {
    static final String EVENT = "events_api";
    static final String INTERACTION = "interactive";
    static final String COMMAND = "slash_commands";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Envelope() {}

    /**
     * An update to store. Slack delivers an event again under its own id; a command or a press is known by its trigger.
     *
     * @param type one of the three kinds
     * @param payload what Slack tells
     */
    static Intake.Update of(String type, JsonNode payload) {
        ObjectNode envelope = JSON.createObjectNode().put("type", type);
        envelope.set("payload", payload);
        String raw = envelope.toString().replace('\0', '\uFFFD');
        String event = payload.path("event_id").asText();
        String trigger = payload.path("trigger_id").asText();
        String id = isId(event) ? event : isId(trigger) ? trigger : "sha256-" + digest(raw);
        return new Intake.Update(id, raw);
    }

    /** Slack's id of the workspace that a payload is of; empty where it names none. */
    static String team(JsonNode payload) {
        String told = payload.path("team_id").asText();
        return told.isEmpty() ? payload.path("team").path("id").asText() : told;
    }

    private static boolean isId(String id) {
        return id.matches("[A-Za-z0-9._-]{1,200}");
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
