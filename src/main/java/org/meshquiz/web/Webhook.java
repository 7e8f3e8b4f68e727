package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Takes what a platform sends to us. A request counts only with the secret that was agreed on in its header. */
public final class Webhook implements Routes {
    /** What all paths of webhooks begin with; they answer to callers from anywhere. */
    static final String PATHS = "/hooks/";

    private static final int LARGEST_BODY = 1024 * 1024;

    private final String path;
    private final String header;
    private final byte[] secret;
    private final Receiver receiver;

    /** Stores what came in. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Takes a body; when this throws, it counts as not taken.
         *
         * @return false when it cannot be taken now and is to be sent again
         */
        boolean receive(String body) throws InterruptedException;
    }

    /**
     * @param name the last part of its path
     * @param header the header that carries the secret
     */
    public Webhook(String name, String header, String secret, Receiver receiver) {
        this.path = PATHS + name;
        this.header = header;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.receiver = receiver;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(path, this::handle);
    }

    private void handle(Context ctx) throws IOException, InterruptedException {
        String told = ctx.header(header);
        // The time that the comparison takes tells nothing about the secret.
        if (told == null || !MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), secret)) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "the secret is missing or wrong; set the webhook anew");
        }
        if (!receiver.receive(body(ctx))) {
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "not ready yet; send it again in a moment");
        }
        ctx.status(HttpStatus.OK);
    }

    /** The body of a request, which nobody has proven yet to be wanted: no more than 1 MiB of it is read. */
    static String body(Context ctx) throws IOException {
        byte[] body = ctx.bodyInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "the body is too large; send at most 1 MiB");
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
