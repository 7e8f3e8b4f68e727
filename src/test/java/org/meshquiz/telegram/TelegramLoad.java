package org.meshquiz.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.fake.Call;
import org.meshquiz.telegram.fake.Person;

/**
 * Measures the whole way of an answer, from the fake's update to its edit, on this machine together with the fake and the
 * database: many people answering at once, and a steady stream of taps. The limits that Telegram asks for are off, since
 * they would be what is measured.
 *
 * <p>Run: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.meshquiz.telegram.TelegramLoad -Dexec.args="1000 50 20"} (people, taps a second, seconds)
 */
public final class TelegramLoad {
    private static final int[] TOGETHER = {10, 100, 500};
    private static final int ROUNDS = 5;

    private TelegramLoad() {}

    /** Sends without any limit. */
    private record Unlimited(Messenger messenger) implements Messenger {
        @Override
        public Delivered send(ChatAddress to, Card card) {
            return messenger.send(to, card);
        }

        @Override
        public Delivered edit(ChatAddress to, String messageId, Card card) {
            return messenger.edit(to, messageId, card);
        }
    }

    public static void main(String[] args) {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int tapsPerSecond = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        try (ServedBot bot = new ServedBot(Unlimited::new)) {
            List<Person> crowd = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                crowd.add(bot.fake.person(450_000_000_000L + i, "en"));
            }
            crowd.forEach(person -> person.write("/quiz istio 50"));
            await(() -> crowd.stream().allMatch(person -> person.received().size() == 1));
            allAtOnce(bot, crowd);
            steadily(bot, crowd, tapsPerSecond, seconds);
            for (int together : TOGETHER) {
                if (together <= people) {
                    together(bot, crowd.subList(0, together));
                }
            }
        }
        System.exit(0);
    }

    /** Everybody presses twice; the first press counts. */
    private static void allAtOnce(ServedBot bot, List<Person> crowd) {
        List<JsonNode> questions = crowd.stream().map(TelegramLoad::question).toList();
        long from = System.nanoTime();
        for (int i = 0; i < crowd.size(); i++) {
            crowd.get(i).press(questions.get(i), "I don’t know");
            crowd.get(i).press(questions.get(i), "I don’t know");
        }
        await(() -> TestDatabase.number(bot.database, "select count(*) from inbox where handled_at is null") == 0
                && bot.fake.unconfirmed() == 0);
        double handled = (System.nanoTime() - from) / 1e9;
        await(() -> TestDatabase.number(bot.database, "select count(*) from outbox where outcome is null") == 0);
        double shown = (System.nanoTime() - from) / 1e9;
        double answers = TestDatabase.number(bot.database, "select count(*) from review");
        System.out.printf(
                "%d people at once, 2 presses each: %.0f answers counted (%.0f too many or lost), %.0f updates/s handled,"
                        + " %.0f answers/s shown%n",
                crowd.size(),
                answers,
                Math.abs(answers - crowd.size()),
                2 * crowd.size() / handled,
                crowd.size() / shown);
    }

    /** That many people press at the same moment, several times; each time all wait for the slowest. */
    private static void together(ServedBot bot, List<Person> crowd) {
        Map<String, Long> pressedAt = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<JsonNode> questions =
                    crowd.stream().map(TelegramLoad::question).toList();
            for (int i = 0; i < crowd.size(); i++) {
                JsonNode question = questions.get(i);
                String key = key(crowd.get(i).id(), question.path("message_id").asText());
                pressedAt.put(key, System.nanoTime());
                crowd.get(i).press(question, "I don’t know");
            }
            awaitQuiet(bot);
        }
        double[] millis = millis(bot, pressedAt);
        System.out.printf(
                "%d people press together, %d times: from tap to edit median %.1f ms, 99th percentile %.1f ms%n",
                crowd.size(), ROUNDS, millis[millis.length / 2], millis[(int) (millis.length * 0.99)]);
    }

    private static void awaitQuiet(ServedBot bot) {
        await(() -> TestDatabase.number(bot.database, "select count(*) from inbox where handled_at is null") == 0
                && bot.fake.unconfirmed() == 0);
        await(() -> TestDatabase.number(bot.database, "select count(*) from outbox where outcome is null") == 0);
    }

    /** From each press to the edit of its message, in ascending order. */
    private static double[] millis(ServedBot bot, Map<String, Long> pressedAt) {
        return bot.fake.calls("editMessageText").stream()
                .filter(call -> pressedAt.containsKey(key(call)))
                .mapToDouble(call -> (call.arrivedNanos() - pressedAt.getOrDefault(key(call), 0L)) / 1e6)
                .sorted()
                .toArray();
    }

    private static void steadily(ServedBot bot, List<Person> crowd, int tapsPerSecond, int seconds) {
        int taps = tapsPerSecond * seconds;
        Map<String, Long> pressedAt = new HashMap<>();
        long from = System.nanoTime();
        for (int tap = 0; tap < taps; tap++) {
            long due = from + tap * TimeUnit.SECONDS.toNanos(1) / tapsPerSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Person person = crowd.get(tap % crowd.size());
            JsonNode question = question(person);
            pressedAt.put(key(person.id(), question.path("message_id").asText()), System.nanoTime());
            person.press(question, "I don’t know");
        }
        awaitQuiet(bot);
        double[] millis = millis(bot, pressedAt);
        System.out.printf(
                "%d taps at %d/s: %d edits; from tap to edit median %.1f ms, 99th percentile %.1f ms, slowest %.1f ms%n",
                taps,
                tapsPerSecond,
                millis.length,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                Arrays.stream(millis).max().orElse(0));
    }

    private static JsonNode question(Person person) {
        List<JsonNode> received = person.received();
        for (int i = received.size() - 1; i >= 0; i--) {
            if (received.get(i).path("reply_markup").toString().contains("I don’t know")) {
                return received.get(i);
            }
        }
        throw new IllegalStateException("no question in " + received);
    }

    private static String key(Call call) {
        return key(call.parameters().path("chat_id").asLong(), call.text("message_id"));
    }

    private static String key(long person, String message) {
        return person + "/" + message;
    }

    private static void await(BooleanSupplier wanted) {
        while (!wanted.getAsBoolean()) {
            LockSupport.parkNanos(2_000_000);
        }
    }
}
