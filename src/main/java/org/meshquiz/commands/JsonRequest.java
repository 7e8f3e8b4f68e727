package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** One line of JSON, read with care: each fault is told with the name of its field and the remedy. */
final class JsonRequest {
    /** Strict: one object a line, no field twice, none of the numbers that JSON does not have. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode fields;

    private JsonRequest(JsonNode fields) {
        this.fields = fields;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not exactly one JSON object
     */
    static JsonRequest parse(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The line is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("A request is a JSON object such as {\"op\":\"hello\"}");
        }
        return new JsonRequest(node);
    }

    /** A field that must hold text that is not blank. */
    String text(String name) {
        JsonNode value = fields.get(name);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw fault(name, "text that is not blank", value);
        }
        return value.textValue();
    }

    /** A field that may be absent or null, and is text otherwise. */
    String text(String name, String otherwise) {
        JsonNode value = present(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw fault(name, "text", value);
        }
        return value.textValue();
    }

    /** A field that must be true or false. */
    boolean flag(String name) {
        JsonNode value = fields.get(name);
        if (value == null || !value.isBoolean()) {
            throw fault(name, "true or false", value);
        }
        return value.booleanValue();
    }

    /** A field that may be absent or null, and is true or false otherwise. */
    boolean flag(String name, boolean otherwise) {
        return present(name) == null ? otherwise : flag(name);
    }

    /** A field that may be absent or null, and is a number otherwise. */
    double number(String name, double otherwise) {
        JsonNode value = present(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw fault(name, "a number", value);
        }
        return value.doubleValue();
    }

    /** A field that must be a whole number of at most 64 bits. */
    long whole(String name) {
        JsonNode value = fields.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault(name, "a whole number", value);
        }
        return value.longValue();
    }

    /** A field that must be a moment in ISO 8601, such as {@code 2026-01-05T10:00:00Z}. */
    Instant moment(String name) {
        String written = text(name);
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a moment such as 2026-01-05T10:00:00Z, not '" + written + "'", e);
        }
    }

    private @Nullable JsonNode present(String name) {
        JsonNode value = fields.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static IllegalArgumentException fault(String name, String expected, @Nullable JsonNode found) {
        String what = found == null ? "it is missing" : "it is " + found;
        return new IllegalArgumentException("'" + name + "' must be " + expected + ", but " + what);
    }
}
