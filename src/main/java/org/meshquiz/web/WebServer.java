package org.meshquiz.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program's own HTTP server. Every reply forbids the browser whatever the chat page does not need. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_BODY = 64 * 1024;

    private static final Map<String, String> HEADERS = Map.of(
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

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param host the address to listen on; {@code 127.0.0.1} for the local chat
     * @param port 0 takes any free one
     * @param parts what it answers to
     * @throws PortUnavailableException when the port is taken or not allowed
     */
    public static WebServer start(String host, int port, List<Routes> parts) {
        Javalin server = Javalin.create(config -> configure(config, parts));
        try {
            return new WebServer(server.start(host, port));
        } catch (JavalinBindException e) {
            throw new PortUnavailableException(host, port, e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, List<Routes> parts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.routes.before(ctx -> HEADERS.forEach(ctx::header));
        parts.forEach(part -> part.addTo(config.routes));
        addErrors(config.routes);
    }

    private static void addErrors(RoutesConfig routes) {
        routes.exception(
                Refusal.class,
                (refusal, ctx) -> Json.writeError(ctx, refusal.status(), String.valueOf(refusal.getMessage())));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> Json.writeError(ctx, HttpStatus.forStatus(e.getStatus()), sentence(e.getStatus())));
        routes.exception(Exception.class, WebServer::fail);
    }

    /** What the server itself refuses, before any part of ours is asked. */
    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this path; the chat is at /";
            case 405 -> "this path does not take that method; see the header Allow";
            case 413 -> "the body is too large; send at most " + LARGEST_BODY / 1024 + " KiB";
            default -> "the request cannot be read; check its path, headers and body";
        };
    }

    /** Messages of exceptions may quote what people wrote, so the log gets the kind and the place alone. */
    private static void fail(Exception e, Context ctx) {
        LOG.error(
                "{} {} failed: {} at {}",
                ctx.method(),
                ctx.endpoint().path,
                e.getClass().getName(),
                place(e));
        Json.writeError(
                ctx,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "something went wrong on our side, and nothing you did is lost; try again in a moment");
    }

    private static String place(Exception e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.meshquiz."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("a place outside of the program");
    }
}
