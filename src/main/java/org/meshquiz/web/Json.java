package org.meshquiz.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON in and out of the server. */
final class Json {
    static final String TYPE = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** JSON of a value that always has one, such as a record or a map. */
    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with a value; nothing keeps a copy of it. */
    static void write(Context ctx, Object value) {
        ctx.header("Cache-Control", "no-store").contentType(TYPE).result(of(value));
    }

    /** Answers that something went wrong. */
    static void writeError(Context ctx, HttpStatus status, String whatAndRemedy) {
        write(ctx.status(status), Map.of("error", whatAndRemedy));
    }

    /**
     * Reads the one field that a request is about.
     *
     * @return its characters, at least one
     * @throws Refusal when the body is no JSON object with such a field
     */
    static String field(Context ctx, String name) {
        requireJson(ctx);
        JsonNode value = parse(ctx, name).path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "the body has no text in the field \"" + name + "\"; " + example(name));
        }
        return readable(value.textValue());
    }

    /** Characters that no database keeps become the sign for an unknown character, so that the rest is still answered. */
    private static String readable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        return whole.replace('\0', '\uFFFD');
    }

    private static void requireJson(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the body has to be JSON; send Content-Type: " + TYPE);
        }
    }

    private static JsonNode parse(Context ctx, String name) {
        try {
            return MAPPER.readTree(ctx.bodyAsBytes());
        } catch (IOException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "the body is not JSON; " + example(name));
        }
    }

    private static String example(String name) {
        return "send {\"" + name + "\": \"…\"}";
    }
}
