package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that the Bot API does not carry out, with the code and the description that it tells. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient ObjectNode parameters = JsonNodeFactory.instance.objectNode();

    Refused(int code, String description) {
        super(description);
        this.code = code;
    }

    static Refused badRequest(String what) {
        return new Refused(400, "Bad Request: " + what);
    }

    static Refused forbidden(String what) {
        return new Refused(403, "Forbidden: " + what);
    }

    Refused with(String parameter, long value) {
        parameters.put(parameter, value);
        return this;
    }

    int code() {
        return code;
    }

    /** The body of the answer. */
    ObjectNode answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ok", false).put("error_code", code).put("description", getMessage());
        if (!parameters.isEmpty()) {
            answer.set("parameters", parameters);
        }
        return answer;
    }
}
