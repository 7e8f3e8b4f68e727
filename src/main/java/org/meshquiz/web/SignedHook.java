package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Takes requests of a platform that signs them. Whether a signature is right is for the platform's adapter to say. */
public final class SignedHook implements Routes {
    private final String path;
    private final Receiver receiver;

    /**
     * What to answer.
     *
     * @param status of HTTP
     * @param text the body, may be empty
     */
    public record Reply(int status, String text) {}

    /** Checks, stores and answers. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Takes a request; when this throws, it counts as not taken.
         *
         * @param contentType of the request, or empty
         * @param header a header by its name, empty where there is none
         * @param body in UTF-8, at most 1 MiB
         */
        Reply receive(String contentType, UnaryOperator<String> header, String body) throws InterruptedException;
    }

    /**
     * @param name the last part of its path
     */
    public SignedHook(String name, Receiver receiver) {
        this.path = Webhook.PATHS + name;
        this.receiver = receiver;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(path, this::handle);
    }

    private void handle(Context ctx) throws IOException, InterruptedException {
        String contentType = ctx.contentType();
        Reply reply = receiver.receive(
                contentType == null ? "" : contentType, name -> headerOf(ctx, name), Webhook.body(ctx));
        ctx.status(reply.status()).contentType("text/plain").result(reply.text());
    }

    private static String headerOf(Context ctx, String name) {
        String value = ctx.header(name);
        return value == null ? "" : value;
    }
}
