package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One form for everything that goes wrong: {@code {"error": "what; remedy"}}. As a handler it stands in for the pages of
 * the server underneath, which refuses by itself what is no proper HTTP.
 */
final class ErrorReplies implements Routes, Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReplies.class);
    private static final String FAULT =
            "something went wrong on our side; try again in a moment, and look into the log if it stays";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(
                Refusal.class,
                (refusal, ctx) -> Json.writeError(ctx, refusal.status(), String.valueOf(refusal.getMessage())));
        routes.exception(HttpResponseException.class, ErrorReplies::refuse);
        routes.exception(Exception.class, ErrorReplies::fail);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ReplyHeaders.VALUES.forEach(response.getHeaders()::put);
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put("Content-Type", Json.TYPE);
        Content.Sink.write(response, true, Json.of(Map.of("error", sentence(response.getStatus()))), callback);
        return true;
    }

    private static void refuse(HttpResponseException e, Context ctx) {
        String methods = e.getDetails().get("availableMethods");
        if (methods != null) {
            ctx.header("Allow", methods);
        }
        Json.writeError(ctx, HttpStatus.forStatus(e.getStatus()), sentence(e.getStatus()));
    }

    /** Messages of exceptions may quote what people wrote, so the log gets the kind and the place alone. */
    private static void fail(Exception e, Context ctx) {
        LOG.error(
                "{} {} failed: {} at {}",
                ctx.method(),
                ctx.endpoint().path,
                e.getClass().getName(),
                place(e));
        Json.writeError(ctx, HttpStatus.INTERNAL_SERVER_ERROR, FAULT);
    }

    private static String place(Exception e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.meshquiz."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("a place outside of the program");
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this path; the chat is at /";
            case 405 -> "this path does not take that method; see the header Allow";
            case 413 -> "the body is too large; send at most " + WebServer.LARGEST_BODY / 1024 + " KiB";
            default -> status >= 500 ? FAULT : "the request cannot be read; check its path, headers and body";
        };
    }
}
