package org.meshquiz.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.List;

/** The program's own HTTP server. */
public final class WebServer implements AutoCloseable {
    /** The largest body of a request, in bytes. */
    static final int LARGEST_BODY = 64 * 1024;

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
        ErrorReplies errors = new ErrorReplies();
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(errors));
        new ReplyHeaders().addTo(config.routes);
        parts.forEach(part -> part.addTo(config.routes));
        errors.addTo(config.routes);
    }
}
