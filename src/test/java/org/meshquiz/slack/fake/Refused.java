package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that Slack does not carry out, with the code that it tells. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String code) {
        super(code);
    }

    /** The body of the answer. */
    ObjectNode answer() {
        return Json.object().put("ok", false).put("error", getMessage());
    }
}
