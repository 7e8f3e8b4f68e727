package org.meshquiz.telegram.fake;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A Bot API server of one bot, as strict as its public description: what the real one refuses is refused here, and faults
 * come when a test asks for them.
 */
public final class FakeBotApi implements AutoCloseable {
    public static final long BOT_ID = 7_000_000_001L;
    public static final String TOKEN = BOT_ID + ":AAE-a_token_that_nobody_may_see_in_a_log";
    public static final String USER_NAME = "MeshQuizBot";

    static {
        // Without it the server's answers lie for 40 ms until the client has confirmed their heads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final UpdateQueue updates = new UpdateQueue();
    private final Chats chats = new Chats();
    private final Methods methods = new Methods(updates, chats, BOT_ID, USER_NAME);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile boolean recording = true;

    private FakeBotApi(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port of this machine. */
    public static FakeBotApi start() {
        return start(0);
    }

    public static FakeBotApi start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            FakeBotApi api = new FakeBotApi(server);
            server.createContext("/", api::serve);
            server.setExecutor(api.workers);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** The next call of that method goes wrong; several wait in line. */
    public void fail(String method, Fault... next) {
        faults.computeIfAbsent(method, name -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** Stops to keep the calls, for load. */
    public void forgetCalls() {
        recording = false;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
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

    /** A private chat with somebody who uses that language. */
    public Person person(long id, String languageCode) {
        return new Person(this, chats.add(id, "private"), id, languageCode);
    }

    public Group group(long id) {
        return new Group(this, chats.add(id, id < -1_000_000_000_000L ? "supergroup" : "group"));
    }

    /** Adds an update and returns its id. */
    public long update(ObjectNode update) {
        return updates.add(update);
    }

    /** Adds an update with whatever id it has, or none. */
    public void rawUpdate(JsonNode update) {
        updates.addRaw(update);
    }

    public long takeUpdateId() {
        return updates.takeId();
    }

    /** Every update below this id was confirmed by the bot. */
    public long confirmedBelow() {
        return updates.confirmedBelow();
    }

    public int unconfirmed() {
        return updates.size();
    }

    public Map<String, JsonNode> commands() {
        return methods.commands();
    }

    public JsonNode webhook() {
        return methods.webhook();
    }

    Methods methods() {
        return methods;
    }

    @Override
    public void close() {
        closed = true;
        updates.close();
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.length != 3 || !path[1].equals("bot" + TOKEN)) {
                answer(exchange, 401, new Refused(401, "Unauthorized").answer().toString());
                return;
            }
            String method = Methods.named(path[2]);
            Queue<Fault> planned = faults.get(method);
            Fault fault = planned == null ? null : planned.poll();
            JsonNode parameters = parameters(exchange, body);
            long arrived = System.nanoTime();
            if (fault == null) {
                JsonNode answer = carryOut(method, parameters);
                record(new Call(method, parameters, answer, arrived));
                answer(exchange, answer.path("error_code").asInt(200), answer.toString());
            } else {
                goWrong(exchange, fault, new Call(method, parameters, Json.object(), arrived));
            }
        }
    }

    private void goWrong(HttpExchange exchange, Fault fault, Call call) throws IOException {
        if (fault instanceof Fault.TooMany many) {
            Refused refused = new Refused(429, "Too Many Requests: retry after " + many.retryAfterSeconds())
                    .with("retry_after", many.retryAfterSeconds());
            record(new Call(call.method(), call.parameters(), refused.answer(), call.arrivedNanos()));
            answer(exchange, 429, refused.answer().toString());
        } else if (fault instanceof Fault.Refusal refusal) {
            Refused refused = new Refused(refusal.code(), refusal.description());
            record(new Call(call.method(), call.parameters(), refused.answer(), call.arrivedNanos()));
            answer(exchange, refusal.code(), refused.answer().toString());
        } else if (fault instanceof Fault.ErrorPage page) {
            record(call);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            answer(exchange, page.status(), "<html><body><h1>" + page.status() + " Bad Gateway</h1></body></html>");
        } else if (fault instanceof Fault.Silence silence) {
            record(silence.carriedOut() ? carriedOut(call) : call);
            while (!closed) {
                LockSupport.parkNanos(10_000_000);
            }
        } else if (fault instanceof Fault.Dropped dropped) {
            record(dropped.carriedOut() ? carriedOut(call) : call);
        } else if (fault instanceof Fault.Late late) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(late.millis()));
            Call done = carriedOut(call);
            record(done);
            answer(
                    exchange,
                    done.answer().path("error_code").asInt(200),
                    done.answer().toString());
        }
    }

    private Call carriedOut(Call call) {
        return new Call(
                call.method(), call.parameters(), carryOut(call.method(), call.parameters()), call.arrivedNanos());
    }

    private void record(Call call) {
        if (recording && !(call.method().equals("getUpdates") && call.ok())) {
            calls.add(call);
        }
    }

    private JsonNode carryOut(String method, JsonNode parameters) {
        try {
            ObjectNode answer = Json.object().put("ok", true);
            answer.set("result", methods.call(method, parameters));
            return answer;
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private static JsonNode parameters(HttpExchange exchange, byte[] body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        ObjectNode parameters = Json.object();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        if (body.length > 0 && type != null && type.startsWith("multipart/")) {
            parameters.setAll(Multipart.read(body, type));
        } else if (body.length > 0) {
            parameters.setAll((ObjectNode) Json.read(new String(body, StandardCharsets.UTF_8)));
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
