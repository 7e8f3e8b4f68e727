package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that Slack tells an app.
 *
 * @param type what it is in Socket Mode: {@code events_api}, {@code interactive} or {@code slash_commands}
 * @param payload the same in both ways
 */
public record Update(String type, ObjectNode payload) {

    /** The body of the HTTP request: JSON for events, a form for the others. */
    public String body() {
        if (type.equals("events_api")) {
            return payload.toString();
        }
        if (type.equals("interactive")) {
            return "payload=" + encode(payload.toString());
        }
        List<String> fields = new ArrayList<>();
        payload.fieldNames()
                .forEachRemaining(name ->
                        fields.add(name + "=" + encode(payload.path(name).asText())));
        return String.join("&", fields);
    }

    public String contentType() {
        return type.equals("events_api") ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
