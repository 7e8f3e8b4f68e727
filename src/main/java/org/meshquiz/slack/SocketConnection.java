package org.meshquiz.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One web socket to Slack. Its address holds a ticket and is not to be shown. */
final class SocketConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);
    private static final int CONNECT_SECONDS = 10;
    private static final int LOST_AFTER_SECONDS = 20;

    private final Client client;
    private final Predicate<String> taker;
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean refused;

    /**
     * @param taker stores an envelope; true when it is to be acknowledged
     */
    SocketConnection(URI address, Predicate<String> taker) {
        this.client = new Client(address);
        this.taker = taker;
    }

    /** Opens it; false when Slack does not greet in time. */
    boolean open() throws InterruptedException {
        return client.connectBlocking(CONNECT_SECONDS, TimeUnit.SECONDS)
                && greeted.await(CONNECT_SECONDS, TimeUnit.SECONDS)
                && client.isOpen();
    }

    /** Waits until it is over, or Slack says that it will be soon. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Whether Slack wants no connections of this app. */
    boolean isRefused() {
        return refused;
    }

    /** Closes it later; until then updates that come by it are taken. */
    void closeAfter(Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(client::close);
    }

    @Override
    public void close() {
        client.close();
        greeted.countDown();
        ended.countDown();
    }

    private void handle(String message) {
        JsonNode said;
        try {
            said = Envelope.JSON.readTree(message);
        } catch (JsonProcessingException unreadable) {
            LOG.warn("Slack sent what is no JSON");
            return;
        }
        switch (said.path("type").asText()) {
            case "hello" -> greeted.countDown();
            case "disconnect" -> {
                refused = said.path("reason").asText().equals("link_disabled");
                ended.countDown();
            }
            default -> {
                if (said.path("envelope_id").isTextual() && taker.test(message)) {
                    acknowledge(said.path("envelope_id").asText());
                }
            }
        }
    }

    private void acknowledge(String envelope) {
        ObjectNode word = Envelope.JSON.createObjectNode().put("envelope_id", envelope);
        try {
            client.send(word.toString());
        } catch (WebsocketNotConnectedException gone) {
            // It is stored; when Slack sends it again it is known.
            LOG.debug("A connection ended before an update was acknowledged");
        }
    }

    private final class Client extends WebSocketClient {
        Client(URI address) {
            super(address);
            setDaemon(true);
            setTcpNoDelay(true);
            setConnectionLostTimeout(LOST_AFTER_SECONDS);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            // Slack greets first.
        }

        @Override
        public void onMessage(String message) {
            handle(message);
        }

        @Override
        public void onClose(int code, @Nullable String reason, boolean remote) {
            greeted.countDown();
            ended.countDown();
        }

        @Override
        public void onError(Exception fault) {
            LOG.debug("A socket broke: {}", fault.getClass().getName());
        }
    }
}
