package org.meshquiz.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.web.ServedChat.json;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class LocalChatSecurityTest {
    private static final String MESSAGES = "/api/chat/ada/messages";
    private static Database database;
    private static ServedChat chat;

    @BeforeAll
    static void serve() {
        database = TestDatabase.migrated();
        chat = new ServedChat(
                database, inbound -> List.of(Card.builder().text("heard").build()));
    }

    @AfterAll
    static void stop() {
        chat.close();
        database.close();
    }

    /** A request byte by byte, since the Java client does not let its user choose a Host. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), chat.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static void assertRefused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("error").textValue()).contains("; ");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "localhost", "LocalHost:80", "[::1]:9"})
    void theOwnMachineIsServedUnderEachOfItsNames(String host) throws IOException {
        assertThat(raw("GET /health/live HTTP/1.1\nHost: " + host + "\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil-localhost",
                "127.0.0.2",
                "0.0.0.0",
                "[::2]"
            })
    void aForeignHostIsRefusedEverywhere(String host) throws IOException {
        for (String path : List.of("/", "/chat.js", "/api/clock", MESSAGES, "/health/live", "/nowhere")) {
            assertThat(raw("GET " + path + " HTTP/1.1\nHost: " + host + "\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 403")
                    .contains("{\"error\":");
        }
    }

    @Test
    void aRequestWithoutHostIsRefused() throws IOException {
        assertThat(raw("GET /api/clock HTTP/1.0\n\n")).contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://evil.example",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://localhost:PORT",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:PORT.evil.example"
            })
    void aForeignPageIsRefused(String origin) {
        int heard = chat.bot.heard.size();
        HttpRequest.Builder request = chat.posting(MESSAGES, "{\"text\": \"/forget\"}")
                .header("Origin", origin.replace("PORT", String.valueOf(chat.port())));

        assertRefused(chat.exchange(request), 403);
        assertThat(chat.bot.heard).hasSize(heard);
    }

    @Test
    void itsOwnPageIsServed() {
        HttpRequest.Builder request =
                chat.posting(MESSAGES, "{\"text\": \"/help\"}").header("Origin", "http://127.0.0.1:" + chat.port());

        assertThat(chat.exchange(request).statusCode()).isEqualTo(200);
    }

    @Test
    void anOriginBesideTheOwnOneIsRefused() {
        HttpRequest.Builder request = chat.posting(MESSAGES, "{\"text\": \"/help\"}")
                .header("Origin", "http://127.0.0.1:" + chat.port())
                .header("Origin", "http://evil.example");

        assertRefused(chat.exchange(request), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx"})
    void whatAFormCanSendIsRefused(String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(chat.uri(MESSAGES))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"text\": \"/forget\"}"));

        assertRefused(chat.exchange(request), 415);
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        assertRefused(
                chat.exchange(HttpRequest.newBuilder(chat.uri(MESSAGES)).POST(BodyPublishers.ofString("{}"))), 415);
    }

    @Test
    void aBodyOver64KibibytesIsRefused() {
        String longest = "{\"text\": \"" + "x".repeat(64 * 1024 - 12) + "\"}";
        assertThat(longest).hasSize(64 * 1024);

        assertThat(chat.post(MESSAGES, longest).statusCode()).isEqualTo(200);
        assertRefused(chat.post(MESSAGES, longest + " "), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"text\": 1}",
                "{\"text\": null}",
                "{\"text\": \"\"}",
                "{\"token\": \"x\"}",
                "{\"text\": \"x\"} {\"text\": \"y\"}"
            })
    void aBodyWithoutWordsIsRefused(String body) {
        assertRefused(chat.post(MESSAGES, body), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"a\\u0000b\"}", "{\"text\": \"a\\ud800b\"}"})
    void aCharacterThatCannotBeKeptIsReplacedAndTheRestAnswered(String body) {
        assertThat(chat.post(MESSAGES, body).statusCode()).isEqualTo(200);
    }

    @Test
    void aDeeplyNestedBodyIsRefused() {
        assertRefused(chat.post(MESSAGES, "[".repeat(60_000)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%D1%8F", "a.b", "%3Cscript%3E", "a'b", "a%3Bb"})
    void aHostilePersonIsRefused(String person) {
        assertRefused(chat.post("/api/chat/" + person + "/messages", "{\"text\": \"x\"}"), 400);
        assertRefused(chat.post("/api/chat/" + person + "/presses", "{\"token\": \"x\"}"), 400);
        assertRefused(chat.get("/api/chat/" + person + "/messages?after=0"), 400);
        assertRefused(chat.get("/api/chat/" + person + "/files/x.json"), 400);
    }

    @Test
    void aPersonHasAtMost64Characters() {
        assertThat(chat.get("/api/chat/" + "a".repeat(64) + "/messages").statusCode())
                .isEqualTo(200);
        assertRefused(chat.get("/api/chat/" + "a".repeat(65) + "/messages"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "", "1.5", "99999999999999999999"})
    void aPlaceInTheChatThatIsNoNumberIsRefused(String after) {
        assertRefused(chat.get(MESSAGES + "?after=" + after), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api",
                "/api/chat/ada",
                "/LocalChat.class",
                "/package-info.class",
                "/..%2fWebServer.class",
                "/META-INF/MANIFEST.MF"
            })
    void whatIsNoPartOfThePageIsNotGiven(String path) {
        HttpResponse<String> response = chat.get(path);

        assertRefused(response, 404);
    }

    /** The server underneath refuses these by itself, and closes the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/chat/a%00/messages", "/%2e%2e/WebServer.class", "/%zz"})
    void aPathThatIsNoneIsRefusedInTheSameForm(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"error\":", "; ", "Content-Security-Policy: default-src 'none'")
                .doesNotContain("Server:", "<html");
    }

    @Test
    void aWrongMethodIsToldTheRightOne() {
        HttpResponse<String> response = chat.get("/api/chat/ada/presses");

        assertRefused(response, 405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void noReplyTellsWhichServerItComesFrom() {
        for (String path : List.of("/", "/api/clock", "/nowhere")) {
            assertThat(chat.get(path).headers().map()).doesNotContainKeys("Server", "server", "X-Powered-By");
        }
    }
}
