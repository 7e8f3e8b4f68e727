package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request that came in.
 *
 * @param method the Bot API's method
 * @param parameters as sent
 * @param answer what was answered; an empty object when a fault swallowed it
 * @param arrivedNanos {@link System#nanoTime} when it had been read
 */
public record Call(String method, JsonNode parameters, JsonNode answer, long arrivedNanos) {

    public boolean ok() {
        return answer.path("ok").asBoolean();
    }

    public String text(String parameter) {
        return parameters.path(parameter).asText();
    }
}
