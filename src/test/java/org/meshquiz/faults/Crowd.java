package org.meshquiz.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.meshquiz.telegram.fake.FakeBotApi;
import org.meshquiz.telegram.fake.Person;

/**
 * People in Telegram who press "I don't know" under every question as soon as it comes, once each, and ask where the next one
 * is when nothing comes for long.
 */
final class Crowd {
    private static final String DONT_KNOW = "I don’t know";
    private static final long LONG_NANOS = 45_000_000_000L;
    private static final long PAUSE_NANOS = 20_000_000;

    private final List<Person> people = new ArrayList<>();
    /** What was pressed, by person: the tokens of questions. */
    private final Map<Person, Set<String>> pressed = new HashMap<>();
    /** The messages that were looked at, by person. */
    private final Map<Person, Set<Long>> seen = new HashMap<>();

    private final Map<Person, Long> lastNews = new HashMap<>();
    private int twice;
    private int asked;

    Crowd(FakeBotApi api, int size) {
        for (int i = 0; i < size; i++) {
            Person person = api.person(470_000_000_000L + i, "en");
            people.add(person);
            pressed.put(person, new HashSet<>());
            seen.put(person, new HashSet<>());
        }
    }

    void write(String text) {
        people.forEach(person -> person.write(text));
    }

    int size() {
        return people.size();
    }

    /** Answers whatever comes until that is so; an error when it is not within the patience. */
    void answerUntil(BooleanSupplier done, long patienceSeconds) {
        long until = System.nanoTime() + patienceSeconds * 1_000_000_000L;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not done within " + patienceSeconds + " s; answered: " + answered());
            }
            people.forEach(this::answer);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** How many questions were answered. */
    int answered() {
        return pressed.values().stream().mapToInt(Set::size).sum();
    }

    /** How many questions each person has answered, the least. */
    int fewest() {
        return pressed.values().stream().mapToInt(Set::size).min().orElseThrow();
    }

    /** How many questions came more than once, as messages of their own. */
    int twice() {
        return twice;
    }

    /** How often somebody asked where the next question is. */
    int asked() {
        return asked;
    }

    private void answer(Person person) {
        long now = System.nanoTime();
        boolean news = false;
        for (JsonNode message : person.received()) {
            String token = token(message);
            boolean fresh = seen.get(person).add(message.path("message_id").asLong());
            news |= fresh;
            if (!token.isEmpty() && fresh) {
                if (pressed.get(person).add(token)) {
                    person.press(message, DONT_KNOW);
                } else {
                    twice++;
                }
            }
        }
        if (news || now - lastNews.computeIfAbsent(person, first -> now) > LONG_NANOS) {
            lastNews.put(person, now);
            if (!news && !newest(person).contains("🏁")) {
                person.write("/next");
                asked++;
            }
        }
    }

    /** The newest text of the bot. */
    private static String newest(Person person) {
        List<JsonNode> received = person.received();
        return received.isEmpty()
                ? ""
                : received.get(received.size() - 1).path("text").asText();
    }

    private static String token(JsonNode message) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asText().contains(DONT_KNOW)) {
                    return button.path("callback_data").asText();
                }
            }
        }
        return "";
    }
}
