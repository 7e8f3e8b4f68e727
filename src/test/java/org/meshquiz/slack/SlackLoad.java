package org.meshquiz.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.slack.fake.Call;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.slack.fake.Member;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.TestDatabase;

/**
 * Measures Slack's side with the fake on this machine: the first acknowledgement of a cold program and those of a warm one,
 * the time from a press to its edit, and how long a dropped socket is missing.
 *
 * <p>Run: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.meshquiz.slack.SlackLoad -Dexec.args="40"} (people; each presses once, one after another)
 */
public final class SlackLoad {
    private SlackLoad() {}

    public static void main(String[] args) {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        try (ServedApp app = new ServedApp(FakeSlack.APP_TOKEN)) {
            List<Member> crowd = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                crowd.add(app.slack.member("U0LOAD" + i, "en-US", "Europe/Berlin"));
            }
            crowd.get(0).command("istio 5");
            crowd.get(0).awaitText("1 of 5");
            System.out.printf(
                    "first acknowledgement of a cold program %.1f ms%n",
                    app.slack.acknowledged().get(0) / 1e6);
            crowd.subList(1, people).forEach(member -> member.command("istio 5"));
            crowd.forEach(member -> member.awaitText("1 of 5"));
            presses(app.slack, crowd);
            pacing(app, crowd);
            reconnects(app, crowd.get(0));
        }
        System.exit(0);
    }

    private static void presses(FakeSlack slack, List<Member> crowd) {
        Map<String, Long> pressedAt = new HashMap<>();
        for (Member member : crowd) {
            JsonNode question = member.awaitText("1 of 5");
            pressedAt.put(question.path("ts").asText(), System.nanoTime());
            member.press(question, "I don’t know");
            member.awaitText("2 of 5");
        }
        double[] edits = Stream.concat(slack.calls("chat.update").stream(), slack.calls("response_url").stream())
                .filter(call -> pressedAt.containsKey(call.text("ts")))
                .mapToDouble(call -> millis(call, pressedAt))
                .sorted()
                .toArray();
        double[] acknowledged = slack.acknowledged().stream()
                .mapToDouble(nanos -> nanos / 1e6)
                .sorted()
                .toArray();
        print("acknowledgements", acknowledged);
        print("press to edit", edits);
    }

    private static double millis(Call call, Map<String, Long> pressedAt) {
        return (call.arrivedNanos() - pressedAt.getOrDefault(call.text("ts"), 0L)) / 1e6;
    }

    /** Eight posts to one channel, and one to each person: how they are spread over time. */
    private static void pacing(ServedApp app, List<Member> crowd) {
        String channel = "C0LOAD";
        app.slack.channel(channel);
        long from = System.nanoTime();
        for (int i = 0; i < 8; i++) {
            post(app, channel, "post " + i);
        }
        crowd.forEach(member -> post(app, member.id(), "to each"));
        await(() -> TestDatabase.number(app.database, "select count(*) from outbox where outcome is null") == 0);
        report("8 posts to a channel", app, from, call -> call.text("channel").equals(channel));
        report("direct messages", app, from, call -> call.text("text").equals("to each"));
    }

    private static void post(ServedApp app, String chat, String text) {
        ChatAddress to = new ChatAddress(SlackBot.PLATFORM, FakeSlack.TEAM, chat);
        String card = CardJson.write(Card.builder().text(text).build());
        app.database.write(tx -> {
            tx.outbox().add(Outgoing.of(to, tx.outbox().nextMessage(), false, card, null), false);
            return true;
        });
    }

    private static void report(String what, ServedApp app, long from, Predicate<Call> which) {
        long[] times = app.slack.calls("chat.postMessage").stream()
                .filter(call -> call.arrivedNanos() > from)
                .filter(which)
                .mapToLong(Call::arrivedNanos)
                .sorted()
                .toArray();
        StringBuilder at = new StringBuilder();
        for (int i = 0; i < Math.min(8, times.length); i++) {
            at.append(String.format(" %.1f", (times[i] - from) / 1e9));
        }
        System.out.printf(
                "%s: %d in %.1f s; the first at%s s%n", what, times.length, (times[times.length - 1] - from) / 1e9, at);
    }

    private static void reconnects(ServedApp app, Member member) {
        // More of them in a row would meet the pauses that spare Slack.
        double[] missing = new double[5];
        for (int i = 0; i < missing.length; i++) {
            long from = System.nanoTime();
            app.slack.dropSockets();
            long wanted = TestDatabase.count(app.database, "inbox") + 1;
            member.write("help");
            await(() -> TestDatabase.count(app.database, "inbox") >= wanted);
            missing[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(missing);
        print("a dropped socket is back", missing);
    }

    private static void print(String what, double[] sorted) {
        System.out.printf(
                "%s: %d, median %.1f ms, 99th percentile %.1f ms, slowest %.1f ms%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }

    private static void await(BooleanSupplier wanted) {
        while (!wanted.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
