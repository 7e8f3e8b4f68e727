package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.learner.ChatAddress;

/**
 * Messages against a Slack that others wrote: emulate, where npm and its packages are to be had. It knows no commands, no
 * presses and no direct messages by a person's id, so that those are left to our own fake.
 */
class SlackEmulateTest {
    private static final Path MODULES = Path.of("target", "emulate").toAbsolutePath();
    private static final Path NODE = MODULES.resolve("node_modules/node/bin/node");
    private static final String CHANNEL = "C000000001";
    private static final String PERSON = "U000000001";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process emulate;

    @AfterEach
    void stop() throws InterruptedException {
        if (emulate != null) {
            emulate.destroyForcibly();
            emulate.waitFor();
        }
    }

    @Test
    void messagesEditsThreadsAndProfilesGoTheirWayThere() throws Exception {
        URI server = serve();
        try (SlackApi api = new SlackApi(server, "xoxb-test")) {
            String team =
                    api.call(client -> client.authTest(request -> request)).getTeamId();
            SlackMessenger messenger = new SlackMessenger(api, new ResponseUrls(InstantSource.system()));
            ChatAddress channel = new ChatAddress(SlackBot.PLATFORM, team, CHANNEL);
            Card question = Card.builder()
                    .text("**What** does `STRICT` <mean> & why?")
                    .code("kind: PeerAuthentication", "yaml")
                    .buttons(List.of(new Button("A", "token.0"), new Button("B", "token.1")))
                    .build();

            String id = ((Delivered.Sent) messenger.send(channel, question)).messageId();
            assertThat(history(server).get(0).path("text").asText())
                    .contains("What does STRICT &lt;mean&gt; &amp; why?")
                    .contains("kind: PeerAuthentication");

            Card answer = Card.builder().text("It means mutual TLS.").build();
            assertThat(messenger.edit(channel, id, answer)).isEqualTo(new Delivered.Sent(id));
            assertThat(history(server).get(0).path("text").asText()).isEqualTo("It means mutual TLS.");

            assertThat(messenger.reply(
                            channel, id, Card.builder().text("In the thread").build()))
                    .isInstanceOf(Delivered.Sent.class);
            assertThat(messenger.send(new ChatAddress(SlackBot.PLATFORM, team, "C0NOWHERE"), answer))
                    .isEqualTo(new Delivered.Blocked());

            People people = new People(api, team);
            assertThat(people.name(PERSON)).isEqualTo("admin");
            assertThat(people.administers(PERSON)).isTrue();
            assertThat(people.from(PERSON).language()).isEqualTo(Locale.ENGLISH);
        }
    }

    private URI serve() throws IOException, InterruptedException {
        if (!Files.isExecutable(NODE)) {
            Files.createDirectories(MODULES);
            assumeTrue(
                    installed() && Files.isExecutable(NODE),
                    "emulate and a Node new enough for it cannot be had; skipped");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        emulate = new ProcessBuilder(
                        NODE.toString(),
                        MODULES.resolve("node_modules/emulate/dist/index.js").toString(),
                        "--service",
                        "slack",
                        "--port",
                        Integer.toString(port))
                .directory(MODULES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        URI server = URI.create("http://localhost:" + port);
        for (int i = 0; i < 600; i++) {
            try {
                if (history(server).isArray()) {
                    return server;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new AssertionError("emulate did not start");
    }

    private static boolean installed() throws InterruptedException {
        try {
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--silent",
                            "--no-audit",
                            "--prefix",
                            MODULES.toString(),
                            "emulate@0.12.2",
                            "node@22")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return npm.waitFor(120, TimeUnit.SECONDS) && npm.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The messages of the channel, newest first. */
    private JsonNode history(URI server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/conversations.history?channel=" + CHANNEL))
                .header("Authorization", "Bearer xoxb-test")
                .POST(HttpRequest.BodyPublishers.ofString("channel=" + CHANNEL))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return json.readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("messages");
    }
}
