package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Slack with one workspace and one app, as strict as its public description: the Web API, Socket Mode and response URLs.
 * What the real one refuses is refused here, and faults come when a test asks for them.
 */
public final class FakeSlack implements AutoCloseable {
    public static final String TEAM = "T0EXAMPLE";
    /** Another workspace, which gets its token by installing the app. */
    public static final String SECOND_TEAM = "T0SECOND";

    public static final String SECOND_TOKEN = "xoxb-2222-of-the-second-workspace";
    public static final String CLIENT_ID = "1111.2222";
    public static final String CLIENT_SECRET = "client-secret-of-tests";
    /** What somebody comes back with who has allowed the app. */
    public static final String CODE = "code-of-the-second-workspace";

    public static final String BOT_USER = "U0BOT";
    public static final String BOT_TOKEN = "xoxb-100-200-aTokenThatNobodyMaySeeInALog";
    public static final String APP_TOKEN = "xapp-1-A0MESHQUIZ-300-anotherTokenThatNobodyMaySee";
    public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    static {
        // Without it the server's answers lie for 40 ms until the client has confirmed their heads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Slack takes an address that came with an interaction that often. */
    private static final int MOST_USES = 5;

    private final HttpServer server;
    private final SocketServer socket;
    private final Workspace workspace = new Workspace();
    private final Methods methods;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, Workspace.Channel> responses = new ConcurrentHashMap<>();
    private final Map<String, String> pressed = new ConcurrentHashMap<>();
    private final Map<String, Integer> uses = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean closed;

    private FakeSlack(HttpServer server, SocketServer socket) {
        this.server = server;
        this.socket = socket;
        this.methods = new Methods(workspace, socket::address, url() + "/upload/");
    }

    /** Starts it on free ports of this machine. */
    public static FakeSlack start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            FakeSlack slack = new FakeSlack(server, SocketServer.begin());
            server.createContext("/", slack::serve);
            server.setExecutor(slack.workers);
            server.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next call of that method goes wrong; several wait in line. */
    public void fail(String method, Fault... next) {
        faults.computeIfAbsent(method, name -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Waits until a call like that has come in, and returns the first. */
    public Call awaitCall(Predicate<Call> wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            for (Call call : calls) {
                if (wanted.test(call)) {
                    return call;
                }
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new AssertionError("no such call within 20 s; there were: "
                + calls.stream().map(call -> call.method() + call.answer()).toList());
    }

    /** Somebody whose profile tells that language and time zone. */
    public Member member(String id, String locale, String zone) {
        return memberOf(TEAM, id, locale, zone);
    }

    /** Somebody in one of the workspaces. */
    public Member memberOf(String team, String id, String locale, String zone) {
        Workspace.Profile profile = new Workspace.Profile(id, team, locale, zone);
        workspace.add(profile);
        return new Member(this, profile, workspace.channel(profile.channel()));
    }

    /** Lets somebody administer the workspace. */
    public void makeAdministrator(Member member) {
        workspace.makeAdministrator(member.id());
    }

    /** What the app has posted to a channel, as it stands now. */
    public List<ObjectNode> posted(String channel) {
        return List.copyOf(workspace.channel(channel).messages);
    }

    /** A channel that the app is in. */
    public void channel(String id) {
        workspace.addChannel(id);
    }

    /** What only one person was shown in a channel, and what was sent to response URLs. */
    public List<ObjectNode> ephemeral(String channel) {
        return workspace.channel(channel).ephemeral;
    }

    /** Tells the app that somebody has removed it from the workspace. */
    public void uninstall() {
        deliver(event(TEAM, Json.object().put("type", "app_uninstalled")));
    }

    /** Sends an update through the socket, now or as soon as somebody listens. */
    public void deliver(Update update) {
        ObjectNode envelope = Json.object()
                .put("envelope_id", UUID.randomUUID().toString())
                .put("type", update.type())
                .put("accepts_response_payload", !update.type().equals("events_api"));
        envelope.set("payload", update.payload());
        socket.send(envelope);
    }

    /** An update that tells of an event. */
    public Update event(String team, ObjectNode event) {
        ObjectNode payload = Json.object()
                .put("token", "verification-token-of-old")
                .put("team_id", team)
                .put("api_app_id", "A0MESHQUIZ")
                .put("type", "event_callback")
                .put("event_id", "Ev" + numbers.incrementAndGet())
                .put("event_time", 1_790_000_000L);
        payload.set("event", event);
        return new Update("events_api", payload);
    }

    /** Nanoseconds from sending an envelope to its acknowledgement, in order. */
    public List<Long> acknowledged() {
        return socket.acknowledged();
    }

    /** What the client of the socket did that it must not do. */
    public List<String> wrong() {
        return socket.wrong();
    }

    public int connections() {
        return socket.connections();
    }

    /** Drops the sockets without a word. */
    public void dropSockets() {
        socket.drop();
    }

    /** Asks the clients to connect anew. */
    public void refreshSockets() {
        socket.askToReconnect();
    }

    Workspace workspace() {
        return workspace;
    }

    Map<String, ObjectNode> homes() {
        return methods.homes();
    }

    /** The window that was opened last; an empty object before the first. */
    public ObjectNode openedView() {
        ObjectNode view = methods.opened();
        return view == null ? Json.object() : view.deepCopy();
    }

    String trigger() {
        return methods.trigger();
    }

    /**
     * An address for what was done.
     *
     * @param ts of the message that was pressed; empty where there was none
     */
    public String responseUrl(String channel, String ts) {
        String id = "r" + numbers.incrementAndGet();
        pressed.put(id, ts);
        responses.put(id, workspace.addChannel(channel));
        return url() + "/response/" + id;
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        workers.shutdownNow();
        try {
            socket.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (path[1]) {
                case "upload" -> {
                    methods.upload(path[2], body);
                    answer(exchange, 200, "OK");
                }
                case "response" -> respond(exchange, path[2], body);
                case "api" -> call(exchange, path[2], body);
                default -> answer(exchange, 404, "");
            }
        }
    }

    private void respond(HttpExchange exchange, String id, String body) throws IOException {
        Workspace.Channel channel = responses.get(id);
        if (channel == null) {
            answer(exchange, 404, "used_url");
            return;
        }
        if (uses.merge(id, 1, Integer::sum) > MOST_USES) {
            answer(exchange, 404, "used_url");
            return;
        }
        ObjectNode said = (ObjectNode) Json.read(body);
        String ts = pressed.getOrDefault(id, "");
        if (said.path("replace_original").asBoolean()) {
            replace(exchange, channel, ts, said);
        } else {
            channel.ephemeral.add(said);
            answer(exchange, 200, "{\"ok\":true}");
        }
    }

    private void replace(HttpExchange exchange, Workspace.Channel channel, String ts, ObjectNode said)
            throws IOException {
        ObjectNode parameters = Json.object()
                .put("channel", channel.id)
                .put("ts", ts)
                .put("text", said.path("text").asText())
                .put("blocks", said.path("blocks").toString());
        JsonNode outcome = carryOut("chat.update", BOT_TOKEN, parameters);
        calls.add(new Call("response_url", parameters, outcome, System.nanoTime()));
        answer(exchange, outcome.path("ok").asBoolean() ? 200 : 404, outcome.toString());
    }

    private void call(HttpExchange exchange, String method, String body) throws IOException {
        Queue<Fault> planned = faults.get(method);
        Fault fault = planned == null ? null : planned.poll();
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String token = header == null ? "" : header.replaceFirst("^Bearer ", "");
        JsonNode parameters = parameters(body);
        if (fault == null) {
            JsonNode answer = carryOut(method, token, parameters);
            calls.add(new Call(method, parameters, answer, System.nanoTime()));
            answer(exchange, 200, answer.toString());
        } else {
            goWrong(exchange, fault, new Call(method, parameters, Json.object(), System.nanoTime()), token);
        }
    }

    private void goWrong(HttpExchange exchange, Fault fault, Call call, String token) throws IOException {
        if (fault instanceof Fault.TooMany many) {
            calls.add(call);
            exchange.getResponseHeaders().add("Retry-After", Integer.toString(many.retryAfterSeconds()));
            answer(exchange, 429, new Refused("ratelimited").answer().toString());
        } else if (fault instanceof Fault.Refusal refusal) {
            calls.add(call);
            answer(exchange, 200, new Refused(refusal.code()).answer().toString());
        } else if (fault instanceof Fault.ErrorPage page) {
            calls.add(call);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            answer(exchange, page.status(), "<html><body><h1>" + page.status() + "</h1></body></html>");
        } else if (fault instanceof Fault.Silence silence) {
            calls.add(silence.carriedOut() ? carriedOut(call, token) : call);
            while (!closed) {
                LockSupport.parkNanos(10_000_000);
            }
        } else if (fault instanceof Fault.Dropped dropped) {
            calls.add(dropped.carriedOut() ? carriedOut(call, token) : call);
        }
    }

    private Call carriedOut(Call call, String token) {
        return new Call(
                call.method(),
                call.parameters(),
                carryOut(call.method(), token, call.parameters()),
                call.arrivedNanos());
    }

    private JsonNode carryOut(String method, String token, JsonNode parameters) {
        try {
            return methods.call(method, token, parameters).put("ok", true);
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private static JsonNode parameters(String body) {
        ObjectNode parameters = Json.object();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
