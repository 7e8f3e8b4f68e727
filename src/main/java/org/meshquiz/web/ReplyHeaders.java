package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import java.util.Map;

/** Headers of every reply: they forbid the browser whatever the chat page does not need. */
final class ReplyHeaders implements Routes {
    static final Map<String, String> VALUES = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(ctx -> VALUES.forEach(ctx::header));
    }
}
