package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * The other end of Socket Mode. Addresses are good for one connection; an envelope that is not acknowledged on the
 * connection it went out on, within three seconds, goes out again.
 */
final class SocketServer extends WebSocketServer {
    private static final int MOST_CONNECTIONS = 10;
    private static final long ACKNOWLEDGEMENT_MILLIS = 3_000;

    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final Queue<ObjectNode> waiting = new ConcurrentLinkedQueue<>();
    private final List<Long> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);

    /** An envelope that went out. */
    private record Pending(ObjectNode envelope, WebSocket on, long sentNanos) {}

    private SocketServer() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2);
        setReuseAddr(true);
        setTcpNoDelay(true);
    }

    static SocketServer begin() throws InterruptedException {
        SocketServer server = new SocketServer();
        server.setDaemon(true);
        server.start();
        if (!server.started.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the socket did not open");
        }
        return server;
    }

    /** An address for one connection. */
    String address() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return "ws://127.0.0.1:" + getPort() + "/link/?ticket=" + ticket + "&app_id=A0MESHQUIZ";
    }

    /** Sends an envelope, now or as soon as somebody listens. */
    void send(ObjectNode envelope) {
        if (open.isEmpty()) {
            waiting.add(envelope);
            return;
        }
        WebSocket on = open.get(open.size() - 1);
        String id = envelope.path("envelope_id").asText();
        pending.put(id, new Pending(envelope, on, System.nanoTime()));
        on.send(envelope.toString());
        CompletableFuture.delayedExecutor(ACKNOWLEDGEMENT_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> overdue(id));
    }

    /** Nanoseconds from sending to acknowledgement, of each envelope. */
    List<Long> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What a client did that it must not do. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    int connections() {
        return open.size();
    }

    /** Says that the connections will end, as Slack does every few hours. */
    void askToReconnect() {
        open.forEach(connection -> connection.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}"));
    }

    /** Drops all connections without a word. */
    void drop() {
        open.forEach(connection -> connection.closeConnection(1006, "dropped"));
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        String ticket = handshake.getResourceDescriptor().replaceFirst(".*ticket=([^&]*).*", "$1");
        if (!tickets.remove(ticket) || open.size() >= MOST_CONNECTIONS) {
            connection.close(4001, "link_disabled");
            return;
        }
        open.add(connection);
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", open.size());
        hello.putObject("connection_info").put("app_id", "A0MESHQUIZ");
        hello.putObject("debug_info").put("host", "applink-1").put("approximate_connection_time", 18_060);
        connection.send(hello.toString());
        ObjectNode next;
        while ((next = waiting.poll()) != null) {
            send(next);
        }
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        JsonNode said = Json.read(message);
        Pending sent = pending.get(said.path("envelope_id").asText());
        if (sent == null) {
            wrong.add("acknowledged what was not sent, or too late: " + message);
        } else if (sent.on() != connection) {
            wrong.add("acknowledged on another connection");
        } else if (pending.remove(said.path("envelope_id").asText(), sent)) {
            acknowledged.add(System.nanoTime() - sent.sentNanos());
        }
    }

    @Override
    public void onClose(WebSocket connection, int code, @Nullable String reason, boolean remote) {
        open.remove(connection);
        pending.values().stream().filter(sent -> sent.on() == connection).forEach(sent -> again(sent.envelope()));
    }

    @Override
    public void onError(@Nullable WebSocket connection, Exception fault) {
        // A connection that breaks is closed right after.
    }

    @Override
    public void stop() throws InterruptedException {
        pending.clear();
        super.stop(100);
    }

    private void overdue(String id) {
        Pending late = pending.get(id);
        if (late != null) {
            wrong.add("not acknowledged within 3 s: " + late.envelope().path("type"));
            again(late.envelope());
        }
    }

    private void again(ObjectNode envelope) {
        if (pending.remove(envelope.path("envelope_id").asText()) != null) {
            ObjectNode repeated = envelope.deepCopy()
                    .put("envelope_id", UUID.randomUUID().toString())
                    .put("retry_attempt", envelope.path("retry_attempt").asInt() + 1)
                    .put("retry_reason", "timeout");
            send(repeated);
        }
    }
}
