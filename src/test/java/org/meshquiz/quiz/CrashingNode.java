package org.meshquiz.quiz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Inbound;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;

/**
 * A node that {@link CrashMeasurement} starts and kills: it sweeps, sends with two threads to a platform on another process's
 * port, and handles what that platform hands it in reply to a fetch.
 */
final class CrashingNode {
    private static final int SENDERS = 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String platform;

    private CrashingNode(String platform) {
        this.platform = platform;
    }

    /** The database's address, user and password; the platform's address; the moment at which everybody is due. */
    public static void main(String[] args) {
        Database database = Database.open(args[0], args[1], args[2]);
        InstantSource clock = InstantSource.fixed(Instant.parse(args[4]));
        Catalog catalog = new Catalog(new BankHistory(database, clock).record(CrashMeasurement.bank()));
        Application application = Application.of(database, clock, catalog, new Random());
        CrashingNode node = new CrashingNode(args[3]);
        Map<String, Messenger> messengers = Map.of(FakePlatform.NAME, node.messenger());
        BackgroundSender sender =
                BackgroundSender.start(new Sender(database, database.clock(), messengers, new Random()), SENDERS);
        System.out.println("ready");
        while (true) {
            application.dailyQuiz().sweep();
            for (String update : node.post("/updates", "").lines().toList()) {
                String[] parts = update.split(" ");
                Inbound.From from = new Inbound.From(FakePlatform.chat(parts[1]), Locale.ENGLISH, ZoneId.of("Etc/UTC"));
                application.conversation().handle(new Inbound.Press(from, parts[0], parts[2]));
                node.post("/handled", parts[0]);
            }
            sender.wake();
        }
    }

    private Messenger messenger() {
        return new Messenger() {
            @Override
            public Delivered send(ChatAddress to, Card card) {
                String tokens = String.join(
                        " ",
                        card.buttons().stream()
                                .flatMap(List::stream)
                                .map(button -> button.token())
                                .toList());
                return new Delivered.Sent(post("/send", to.chat() + " " + tokens));
            }

            @Override
            public Delivered edit(ChatAddress to, String messageId, Card card) {
                post("/edit", to.chat() + " " + messageId);
                return new Delivered.Sent(messageId);
            }
        };
    }

    private String post(String path, String body) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(platform + path))
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
