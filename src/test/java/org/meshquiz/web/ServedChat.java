package org.meshquiz.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.quiz.Transcript;
import org.meshquiz.store.Database;

/** The local chat on a free port, with a scripted bot behind it, and a client in front. */
final class ServedChat implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Transcript transcript;
    final LocalMessenger messenger;
    final ScriptedBot bot;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;
    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private volatile boolean ready = true;

    /** Starts with chats in which nothing has been said. */
    ServedChat(Database database, Function<Inbound, List<Card>> script) {
        List.of("ada", "bob").forEach(person -> forget(database, person));
        transcript = new Transcript(database, () -> now);
        messenger = new LocalMessenger(transcript);
        bot = new ScriptedBot(messenger, script);
        LocalChat chat = new LocalChat(bot::hear, bot::deliver, transcript, () -> now, this::advance);
        server = WebServer.start("127.0.0.1", 0, List.of(chat, new Health(() -> ready)));
    }

    static void forget(Database database, String person) {
        database.write(tx -> {
            tx.localChats().deleteAll(person);
            return person;
        });
    }

    int port() {
        return server.port();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    void ready(boolean isReady) {
        ready = isReady;
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path, String json) {
        return exchange(posting(path, json));
    }

    HttpRequest.Builder posting(String path, String json) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for the server", e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }

    /** The texts of the messages in a response, in order. */
    static List<String> texts(HttpResponse<String> response) {
        return json(response).path("messages").findValuesAsText("text");
    }

    private Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock moves forward only; send for example PT24H");
        }
        now = now.plus(by);
        return now;
    }

    @Override
    public void close() {
        server.close();
    }
}
