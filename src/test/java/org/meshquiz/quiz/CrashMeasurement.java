package org.meshquiz.quiz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.meshquiz.bank.Bank;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/**
 * Kills a node with {@code kill -9} again and again while it sends daily quizzes and handles answers, and counts what was
 * lost and what came twice. Everybody presses the first button of every question they see; an update is delivered until the
 * node has confirmed it, as real platforms do.
 *
 * <p>{@code mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java
 * -Dexec.args="-cp %classpath org.meshquiz.quiz.CrashMeasurement 50 2000"}: kills, and people.
 */
public final class CrashMeasurement {
    /** The present: messages that nobody wants to read any more would not be sent. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private static final int UPDATES_AT_ONCE = 10;
    private static final long PATIENCE_SECONDS = 600;

    private final Random random = new Random(5);
    /** By the first button's token, which is unique to a message: how often that message arrived. */
    private final Map<String, Integer> arrivals = new HashMap<>();
    /** Presses that were not confirmed, by update id. */
    private final Map<String, String> pending = new LinkedHashMap<>();

    private final TestDatabase.Address address = TestDatabase.address();
    private int messages;

    private CrashMeasurement() {}

    static Bank bank() {
        return SampleBank.of(SampleBank.singles("istio", 20));
    }

    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int people = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        new CrashMeasurement().run(kills, people, System.out);
        System.exit(0);
    }

    private void run(int kills, int people, PrintStream out) throws Exception {
        try (Database database = Database.open(address.url(), address.user(), address.password())) {
            database.migrate();
            fill(database, people);
            HttpServer server = serve();
            int port = server.getAddress().getPort();
            for (int kill = 0; kill < kills; kill++) {
                Process node = start(port);
                // The moment of the kill is by chance; most of a life is work.
                new CountDownLatch(1).await(200 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
                node.destroyForcibly().waitFor();
            }
            Process last = start(port);
            awaitEnd(database);
            last.destroyForcibly().waitFor();
            server.stop(0);
            report(database, kills, people, out);
        }
    }

    private void report(Database database, int kills, int people, PrintStream out) {
        int duplicates = arrivals.values().stream().mapToInt(times -> times - 1).sum();
        out.printf("%d kills, %d people%n", kills, people);
        out.printf("daily quizzes: %.0f (must be %d)%n", number(database, "select count(*) from daily_push"), people);
        out.printf("messages with buttons that arrived: %d, twice: %d%n", arrivals.size(), duplicates);
        out.printf(
                "questions put: %.0f, answered: %.0f%n",
                number(database, "select count(*) from delivery"), number(database, "select count(*) from review"));
        out.printf(
                "answers in the log: %.0f, in the cards: %.0f%n",
                number(database, "select count(*) from review"),
                number(database, "select sum(repetitions) from memory_card"));
        out.printf(
                "first answers in the log: %.0f, in the levels: %.0f%n",
                number(database, "select count(*) from review where first_exposure and measures"),
                number(database, "select sum(answers) from ability"));
    }

    private static double number(Database database, String query) {
        return TestDatabase.number(database, query);
    }

    /** Returns when nobody is due, nothing waits to be sent and no press is on its way. */
    private void awaitEnd(Database database) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(PATIENCE_SECONDS);
        boolean done = false;
        while (!done && Instant.now().isBefore(patience)) {
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            boolean quiet = number(database, "select count(*) from outbox where outcome is null") == 0
                    && number(database, "select count(*) from learner where next_push_at <= '" + now + "'") == 0;
            synchronized (this) {
                done = quiet && pending.isEmpty();
            }
        }
    }

    private Process start(int port) throws IOException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingNode.class.getName(),
                        address.url(),
                        address.user(),
                        address.password(),
                        "http://127.0.0.1:" + port,
                        now.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader says = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(says.readLine())) {
            throw new IllegalStateException("the node did not start");
        }
        return node;
    }

    private HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/send", exchange -> reply(exchange, this::sent));
        server.createContext("/edit", exchange -> reply(exchange, body -> ""));
        server.createContext("/updates", exchange -> reply(exchange, body -> updates()));
        server.createContext("/handled", exchange -> reply(exchange, this::handled));
        server.start();
        return server;
    }

    private interface Reply {
        String to(String body);
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] answer = reply.to(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** A message came; where it has as many buttons as a question, its first one will be pressed. */
    private synchronized String sent(String body) {
        String[] parts = body.split(" ");
        messages++;
        if (parts.length > 1) {
            int times = arrivals.merge(parts[1], 1, Integer::sum);
            boolean question = parts.length == 6;
            if (question && times == 1) {
                pending.put("u" + messages, parts[0] + " " + parts[1]);
            }
        }
        return "m" + messages;
    }

    private synchronized String updates() {
        List<String> lines = new ArrayList<>();
        pending.forEach((id, press) -> {
            if (lines.size() < UPDATES_AT_ONCE) {
                lines.add(id + " " + press);
            }
        });
        return String.join("\n", lines);
    }

    private synchronized String handled(String update) {
        pending.remove(update);
        return "";
    }

    private void fill(Database database, int people) {
        TestDatabase.execute(database, """
                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit, new_share,
                  retention, next_push_at, created_at)
                select 'en', 'Etc/UTC', '09:00', 96, '22:00', '08:00', 3, 0.4, 0.9, '%s', '2026-11-01'
                from generate_series(1, %d)
                """.formatted(now, people));
        TestDatabase.execute(database, """
                insert into chat_address (platform, bot, chat, learner_id)
                select 'fake', 'bot', 'c' || learner_id, learner_id from learner
                """);
    }
}
