package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The Bot API's rules for texts, keyboards and polls. Lengths are in UTF-16 units after entities were read. */
final class Texts {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int MOST_BUTTONS = 100;

    private Texts() {}

    /** A message with the text that a request brings. */
    static ObjectNode message(JsonNode parameters) {
        String text = visible(parameters, "text");
        if (text.isBlank()) {
            throw Refused.badRequest("message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw Refused.badRequest("message is too long");
        }
        ObjectNode message = Json.object()
                .put("text", text)
                .put("raw", parameters.path("text").asText());
        return addKeyboard(message, parameters);
    }

    static ObjectNode document(JsonNode parameters) {
        String caption = visible(parameters, "caption");
        if (caption.length() > LONGEST_CAPTION) {
            throw Refused.badRequest("message caption is too long");
        }
        JsonNode file = parameters.elements().hasNext() ? file(parameters) : Json.object();
        if (file.path("content").asText().isEmpty()) {
            throw Refused.badRequest("file must be non-empty");
        }
        ObjectNode message = Json.object().put("caption", caption);
        message.putObject("document")
                .put("file_id", "file")
                .put("file_unique_id", "file")
                .put("file_name", file.path("file_name").asText())
                .put("content", file.path("content").asText());
        return addKeyboard(message, parameters);
    }

    static ObjectNode photo(JsonNode parameters) {
        String caption = visible(parameters, "caption");
        if (caption.length() > LONGEST_CAPTION) {
            throw Refused.badRequest("message caption is too long");
        }
        // The bytes were read as text; three of the four that a PNG begins with are letters.
        if (!file(parameters).path("content").asText().startsWith("PNG", 1)) {
            throw Refused.badRequest("IMAGE_PROCESS_FAILED");
        }
        ObjectNode message = Json.object();
        if (!caption.isEmpty()) {
            message.put("caption", caption);
        }
        message.putArray("photo")
                .addObject()
                .put("file_id", "photo")
                .put("file_unique_id", "photo")
                .put("width", 800)
                .put("height", 600);
        return addKeyboard(message, parameters);
    }

    private static JsonNode file(JsonNode parameters) {
        for (JsonNode field : parameters) {
            if (field.has("file_name")) {
                return field;
            }
        }
        throw Refused.badRequest("there is no document in the request");
    }

    private static String visible(JsonNode parameters, String field) {
        String text = parameters.path(field).asText();
        return switch (parameters.path("parse_mode").asText()) {
            case "" -> text;
            case "HTML" -> TelegramHtml.visible(text);
            default -> throw Refused.badRequest("unsupported parse_mode");
        };
    }

    static ObjectNode addKeyboard(ObjectNode message, JsonNode parameters) {
        JsonNode markup = parameters.path("reply_markup");
        if (markup.isTextual()) {
            markup = Json.read(markup.asText());
        }
        int buttons = 0;
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                buttons++;
                check(button);
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw Refused.badRequest("reply markup is too long");
        }
        if (buttons > 0) {
            message.set("reply_markup", markup);
        }
        return message;
    }

    private static void check(JsonNode button) {
        if (button.path("text").asText().isBlank()) {
            throw Refused.badRequest("text buttons are not allowed to be empty");
        }
        int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
        if (button.has("url") == button.has("callback_data")) {
            throw Refused.badRequest("inline keyboard button must have exactly one action");
        }
        if (button.has("callback_data") && (bytes < 1 || bytes > 64)) {
            throw Refused.badRequest("BUTTON_DATA_INVALID");
        }
    }

    static ObjectNode poll(JsonNode parameters) {
        String question = parameters.path("question").asText();
        length("poll question", question, 1, 300);
        ArrayNode options = Json.array();
        for (JsonNode option : parameters.path("options")) {
            length("poll option", option.path("text").asText(), 1, 100);
            options.add(Json.object().put("text", option.path("text").asText()).put("voter_count", 0));
        }
        if (options.size() < 2 || options.size() > 12) {
            throw Refused.badRequest("poll must have from 2 to 12 options");
        }
        checkQuiz(parameters, options.size());
        long open = parameters.path("open_period").asLong(5);
        boolean both = parameters.has("open_period") && parameters.has("close_date");
        if (open < 5 || open > 2_628_000 || both) {
            throw Refused.badRequest("poll open period is wrong");
        }
        ObjectNode poll = Json.object()
                .put("question", question)
                .put("total_voter_count", 0)
                .put("is_closed", false)
                .put("is_anonymous", parameters.path("is_anonymous").asBoolean(true))
                .put("type", parameters.path("type").asText("regular"))
                .put(
                        "allows_multiple_answers",
                        parameters.path("allows_multiple_answers").asBoolean())
                .put("explanation", parameters.path("explanation").asText());
        poll.set("options", options);
        poll.set("correct_option_ids", parameters.path("correct_option_ids"));
        return poll;
    }

    private static void checkQuiz(JsonNode parameters, int options) {
        String explanation = parameters.path("explanation").asText();
        length("poll explanation", explanation, 0, 200);
        if (explanation.chars().filter(c -> c == '\n').count() > 2) {
            throw Refused.badRequest("poll explanation has too many line feeds");
        }
        if (parameters.path("type").asText().equals("quiz")) {
            JsonNode right = parameters.path("correct_option_ids");
            if (right.isEmpty()) {
                throw Refused.badRequest("quiz poll must have a correct option");
            }
            right.forEach(id -> {
                if (id.asInt(-1) < 0 || id.asInt() >= options) {
                    throw Refused.badRequest("wrong correct option specified");
                }
            });
        }
    }

    private static void length(String what, String text, int least, int most) {
        if (text.strip().length() < least || text.length() > most) {
            throw Refused.badRequest(what + " length must be from " + least + " to " + most);
        }
    }
}
