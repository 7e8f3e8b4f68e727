package org.meshquiz.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.reception.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: Slack sends updates through a web socket that we open. An update is acknowledged after it is stored, on the
 * connection it came by. When Slack announces the end of a connection the next one is open before the old one goes; when
 * one breaks another is opened at once, and with growing pauses when several in a row live but shortly.
 */
final class SocketLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SHORT_LIFE = Duration.ofSeconds(10);
    private static final int QUICK_RETURNS = 5;
    private static final Duration DRAINING = Duration.ofSeconds(2);

    private final SlackApi api;
    private final String appToken;
    private final Receiver receiver;
    private final Pauses pauses = new Pauses();
    private final Thread thread = new Thread(this::run, "slack-socket");
    private volatile @Nullable SocketConnection current;
    private @Nullable String lastTrouble;

    /** Stores updates. */
    @FunctionalInterface
    interface Receiver {
        /** Takes updates of a workspace; when this throws, they are not acknowledged and Slack sends them again. */
        void receive(String team, List<Intake.Update> updates) throws InterruptedException;
    }

    SocketLine(SlackApi api, String appToken, Receiver receiver) {
        this.api = api;
        this.appToken = appToken;
        this.receiver = receiver;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the connection and the thread. */
    @Override
    public void close() {
        pauses.close();
        thread.interrupt();
        SocketConnection connection = current;
        if (connection != null) {
            connection.close();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int failures = 0;
        try {
            while (!pauses.isClosed()) {
                Duration lived = Duration.ZERO;
                Duration pause = Duration.ZERO;
                try {
                    lived = serve(open());
                } catch (ApiFault fault) {
                    tell(sentence(fault));
                    pause = fault.retryAfter();
                }
                failures = lived.compareTo(SHORT_LIFE) < 0 ? failures + 1 : 0;
                Duration own = failures <= QUICK_RETURNS && pause.isZero() && !lived.isZero()
                        ? Duration.ZERO
                        : Pauses.backOff(Math.max(1, failures), LONGEST_PAUSE);
                if (pauses.closedWithin(pause.compareTo(own) > 0 ? pause : own)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the next connection; the one before goes on until then, and a little longer for what is under way. */
    private SocketConnection open() throws ApiFault, InterruptedException {
        String url = api.call(appToken, client -> client.appsConnectionsOpen(request -> request))
                .getUrl();
        SocketConnection next = new SocketConnection(URI.create(url), this::take);
        if (!next.open()) {
            next.close();
            throw ApiFault.notDone("the socket did not open");
        }
        SocketConnection before = current;
        current = next;
        if (before != null) {
            before.closeAfter(DRAINING);
        }
        if (lastTrouble != null) {
            LOG.info("Slack sends updates again");
            lastTrouble = null;
        }
        return next;
    }

    /** Waits until the connection is over or about to be, and returns how long it lived. */
    private Duration serve(SocketConnection connection) throws InterruptedException, ApiFault {
        long began = System.nanoTime();
        connection.awaitEnd();
        if (connection.isRefused()) {
            throw ApiFault.refused("link_disabled");
        }
        return Duration.ofNanos(Math.max(1, System.nanoTime() - began));
    }

    /** Stores what came; true when it is to be acknowledged. */
    private boolean take(String message) {
        try {
            JsonNode envelope = Envelope.JSON.readTree(message);
            JsonNode payload = envelope.path("payload");
            receiver.receive(
                    Envelope.team(payload),
                    List.of(Envelope.of(envelope.path("type").asText(), payload)));
            return true;
        } catch (JsonProcessingException unreadable) {
            return true;
        } catch (RuntimeException fault) {
            LOG.warn(
                    "An update could not be stored and is left to Slack to send again: {}",
                    fault.getClass().getName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String sentence(ApiFault fault) {
        if (fault.code().equals("link_disabled")) {
            return "Socket Mode is switched off for the app; switch it on at the app's page, or set"
                    + " MESHQUIZ_SLACK_SIGNING_SECRET instead of MESHQUIZ_SLACK_APP_TOKEN";
        }
        boolean refused = fault.kind() == ApiFault.Kind.TOKEN_REFUSED || fault.kind() == ApiFault.Kind.REFUSED;
        return refused
                ? "Slack does not take the token of MESHQUIZ_SLACK_APP_TOKEN (" + fault.code()
                        + "); make one with the scope connections:write at the app's page and start again"
                : "Updates cannot be had from Slack (" + fault.code() + "); it is tried again until they can";
    }

    /** Each kind of trouble is told once, until all is well again. */
    private void tell(String trouble) {
        if (!trouble.equals(lastTrouble) && !pauses.isClosed()) {
            LOG.warn("{}", trouble);
            lastTrouble = trouble;
        }
    }
}
