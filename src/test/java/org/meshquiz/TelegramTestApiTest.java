package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.BotToken;
import org.meshquiz.telegram.TelegramBot;

/** The program against a Bot API server that others wrote: telegram-test-api, where Node and its package are to be had. */
class TelegramTestApiTest {
    private static final String PACKAGE = "telegram-test-api@4.2.1";
    private static final Path MODULES = Path.of("target", "telegram-test-api").toAbsolutePath();
    private static final String TOKEN = "666:" + "A".repeat(35);
    private static final long PERSON = 5_000_000_001L;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process node;

    @TempDir
    private Path home;

    @AfterEach
    void stop() throws InterruptedException {
        if (node != null) {
            node.destroyForcibly();
            node.waitFor();
        }
    }

    @Test
    void aQuizGoesItsWayThere() throws Exception {
        int port = serve();
        TestDatabase.Address address = TestDatabase.address();
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        TelegramBot.Settings telegram =
                new TelegramBot.Settings(new BotToken(TOKEN), URI.create("http://127.0.0.1:" + port), null);
        Config config = new Config(home, 0, server, null, new Platforms(telegram, null, false));
        try (Program program = Program.start(config, InstantSource.system())) {
            assertThat(program.port()).isPositive();
            command(port, "/quiz istio 5");
            JsonNode question = await(port, "1 of 5");
            press(port, question, "I don’t know");
            JsonNode next = await(port, "2 of 5");
            assertThat(next.path("text").asText())
                    .isNotEqualTo(question.path("text").asText());
            // The first question was edited in place: it shows the answer now.
            assertThat(next.path("messageId").asInt())
                    .isNotEqualTo(question.path("messageId").asInt());
            await(port, "Good to know what one does not know");
            command(port, "/me");
            await(port, "Istio");
        }
    }

    private int serve() throws IOException, InterruptedException {
        if (!Files.isDirectory(MODULES.resolve("node_modules/telegram-test-api"))) {
            Files.createDirectories(MODULES);
            assumeTrue(
                    runs("npm", "install", "--silent", "--no-audit", "--prefix", MODULES.toString(), PACKAGE),
                    PACKAGE + " cannot be had; its test is skipped");
        }
        assumeTrue(runs("node", "--version"), "Node is not installed; the test of " + PACKAGE + " is skipped");
        Process process = new ProcessBuilder(
                        "node", "src/test/resources/telegram-test-api/serve.js", MODULES.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        node = process;
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return Integer.parseInt(line);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(90, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private void command(int port, String text) throws IOException, InterruptedException {
        ObjectNode message = message(text);
        message.putArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", 0)
                .put("length", text.split(" ", 2)[0].length());
        post(port, "/sendCommand", message);
    }

    private void press(int port, JsonNode message, String label) throws IOException, InterruptedException {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asText().contains(label)) {
                    ObjectNode press = json.createObjectNode()
                            .put("botToken", TOKEN)
                            .put("data", button.path("callback_data").asText());
                    press.set("from", person());
                    press.set(
                            "message",
                            message("question")
                                    .put("message_id", message.path("messageId").asInt()));
                    post(port, "/sendCallback", press);
                    return;
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + message);
    }

    /** The newest message of the bot with these words, with the number that the server gave it. */
    private JsonNode await(int port, String words) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            JsonNode history = post(
                            port, "/getUpdatesHistory", json.createObjectNode().put("token", TOKEN))
                    .path("result");
            for (int at = history.size() - 1; at >= 0; at--) {
                JsonNode message = history.get(at).path("message");
                boolean ofBot = message.has("chat_id");
                if (ofBot && message.path("text").asText().contains(words)) {
                    return ((ObjectNode) message.deepCopy())
                            .put("messageId", history.get(at).path("messageId").asInt());
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("nothing with '" + words + "'");
    }

    private ObjectNode message(String text) {
        ObjectNode message = json.createObjectNode()
                .put("botToken", TOKEN)
                .put("date", System.currentTimeMillis() / 1000)
                .put("text", text);
        message.set("from", person());
        message.putObject("chat").put("id", PERSON).put("type", "private").put("first_name", "Ann");
        return message;
    }

    private ObjectNode person() {
        return json.createObjectNode()
                .put("id", PERSON)
                .put("is_bot", false)
                .put("first_name", "Ann")
                .put("language_code", "en");
    }

    private JsonNode post(int port, String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
