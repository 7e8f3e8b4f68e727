package org.meshquiz.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.reception.Unreadable;

/** Bodies of HTTP requests as the payloads that Socket Mode has: events come as JSON, presses and commands as forms. */
final class Forms {
    private Forms() {}

    /**
     * @param contentType of the request
     * @throws Unreadable when the body is neither JSON nor a form
     */
    static JsonNode payload(String contentType, String body) throws Unreadable {
        try {
            if (contentType.startsWith("application/json")) {
                return Envelope.JSON.readTree(body);
            }
            ObjectNode fields = fields(body);
            return fields.has("payload")
                    ? Envelope.JSON.readTree(fields.path("payload").asText())
                    : fields;
        } catch (JsonProcessingException | IllegalArgumentException fault) {
            throw new Unreadable(fault.getClass().getSimpleName());
        }
    }

    /** The update that a payload is; its kind shows in its fields. */
    static Intake.Update update(JsonNode payload) {
        String type = payload.has("command")
                ? Envelope.COMMAND
                : payload.has("event") || payload.has("event_id") ? Envelope.EVENT : Envelope.INTERACTION;
        return Envelope.of(type, payload);
    }

    private static ObjectNode fields(String form) {
        ObjectNode fields = Envelope.JSON.createObjectNode();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
