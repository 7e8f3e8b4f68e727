package org.meshquiz;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person in the local chat, through its JSON interface alone. */
public final class LocalChatClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String person;

    public LocalChatClient(int port, String person) {
        this.address = "http://127.0.0.1:" + port;
        this.person = person;
    }

    /** A message as the interface gives it. */
    public record Message(long n, String id, String text, List<Map.Entry<String, String>> buttons, boolean edited) {

        /** The token of the button whose label holds these words. */
        public String button(String words) {
            return buttons.stream()
                    .filter(button -> button.getKey().contains(words))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button '" + words + "' under: " + text));
        }
    }

    public List<Message> write(String text) {
        return messages(post("/api/chat/" + person + "/messages", Map.of("text", text)));
    }

    public List<Message> press(String token) {
        return messages(post("/api/chat/" + person + "/presses", Map.of("token", token)));
    }

    public List<Message> after(long n) {
        return messages(
                send(request("/api/chat/" + person + "/messages?after=" + n).GET()));
    }

    public String advance(String duration) {
        return read(post("/api/clock", Map.of("advance", duration))).path("now").asText();
    }

    /** What a path answers, as text. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public static Message last(List<Message> messages) {
        return messages.get(messages.size() - 1);
    }

    private HttpResponse<String> post(String path, Map<String, String> body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Language", "en")
                .header("Time-Zone", "Europe/Berlin");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Message> messages(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : read(response).path("messages")) {
            List<Map.Entry<String, String>> buttons = new ArrayList<>();
            for (JsonNode row : message.path("buttons")) {
                row.forEach(button -> buttons.add(Map.entry(
                        button.path("label").asText(), button.path("token").asText())));
            }
            messages.add(new Message(
                    message.path("n").asLong(),
                    message.path("id").asText(),
                    message.path("text").asText(),
                    buttons,
                    message.path("edited").asBoolean()));
        }
        return messages;
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
