package org.meshquiz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class WebServerTest {
    private static Database database;
    private static ServedChat chat;

    @BeforeAll
    static void serve() {
        database = TestDatabase.migrated();
        chat = new ServedChat(database, inbound -> List.of());
    }

    @AfterAll
    static void stop() {
        chat.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat.js", "/chat.css", "/api/clock", "/health/live", "/nowhere"})
    void everyReplyForbidsWhatThePageDoesNotNeed(String path) {
        HttpResponse<String> response = chat.get(path);

        Map.of(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                                + "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; "
                                + "frame-ancestors 'none'",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "no-referrer",
                        "Cross-Origin-Opener-Policy",
                        "same-origin",
                        "Cross-Origin-Resource-Policy",
                        "same-origin")
                .forEach((name, value) ->
                        assertThat(response.headers().allValues(name)).as(name).containsExactly(value));
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/chat.css, text/css",
        "/chat.js, text/javascript",
        "/favicon.svg, image/svg+xml",
        "/api/clock, application/json"
    })
    void everyFileHasItsType(String path, String type) {
        HttpResponse<String> response = chat.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    }

    @Test
    void readinessIsAskedAtEveryRequest() {
        assertThat(chat.get("/health/live").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(chat.get("/health/ready").body()).isEqualTo("{\"status\":\"ok\"}");

        chat.ready(false);

        assertThat(chat.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(chat.get("/health/live").statusCode()).isEqualTo(200);
        chat.ready(true);
        assertThat(chat.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aTakenPortIsToldInOneSentence() {
        assertThatThrownBy(() -> WebServer.start("127.0.0.1", chat.port(), List.of()))
                .isInstanceOf(PortUnavailableException.class)
                .hasMessageContaining("127.0.0.1:" + chat.port())
                .hasMessageContaining("choose another");
    }
}
