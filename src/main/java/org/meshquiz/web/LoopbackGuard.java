package org.meshquiz.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps foreign web pages away from a server without a password on the person's own machine. A page that has its own name
 * point to 127.0.0.1 (DNS rebinding) is known by the Host header; a page that posts across sites is known by Origin.
 */
final class LoopbackGuard implements Handler {
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    @Override
    public void handle(Context ctx) {
        boolean page = ctx.path().startsWith("/pages/") && !ctx.path().startsWith("/pages/local/");
        if (ctx.path().startsWith(Webhook.PATHS) || page) {
            // What has a secret of its own is reached from elsewhere as well.
            return;
        }
        String host = lowerCase(ctx.header("Host"));
        if (!LOOPBACK.matcher(host).matches()) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "the local chat answers to its own machine only; open it at 127.0.0.1");
        }
        List<String> origins = Collections.list(ctx.req().getHeaders("Origin"));
        if (!origins.stream().allMatch(origin -> lowerCase(origin).equals("http://" + host))) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "the local chat answers to its own page only; open http://" + host + "/ and use it there");
        }
    }

    private static String lowerCase(@Nullable String header) {
        return header == null ? "" : header.toLowerCase(Locale.ROOT);
    }
}
