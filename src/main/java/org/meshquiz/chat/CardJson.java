package org.meshquiz.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Cards as JSON, for the time between writing a message down and sending it. */
public final class CardJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CardJson() {}

    public static String write(Card card) {
        try {
            return JSON.writeValueAsString(card);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Card read(String json) {
        try {
            return JSON.readValue(json, Card.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored message cannot be read; was it written by a newer version?", e);
        }
    }
}
