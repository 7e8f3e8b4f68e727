package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.meshquiz.bank.Bank;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Inbound;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;

/**
 * A person at a phone: writes, presses, and sees what the messenger shows. The messenger is strict: it refuses an edit of a
 * message that it does not know.
 */
final class Chatter implements Messenger {
    final Database database;
    final Application application;
    final Catalog catalog;
    private final Sender sender;
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final InstantSource clock = () -> now;
    /** Beyond those of a phone of before, whose database this one may go on with. */
    private final AtomicLong updates = new AtomicLong(1_000);

    private final Map<String, Card> shown = new HashMap<>();
    private final List<Card> news = new ArrayList<>();
    private ChatAddress chat = new ChatAddress("test", "bot", "ann");
    private Locale language = Locale.ENGLISH;
    private boolean refusing;

    Chatter(Database database, Bank bank) {
        this.database = database;
        this.catalog = new Catalog(new BankHistory(database, clock).record(bank));
        this.application = Application.of(database, clock, catalog, new Random(7));
        this.sender = new Sender(database, InstantSource.system(), Map.of("test", this), new Random(7));
    }

    Chatter speaking(Locale other) {
        language = other;
        return this;
    }

    /** From now on somebody else holds the phone. */
    void become(String name) {
        chat = new ChatAddress("test", "bot", name);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** From now on the platform says that the bot is blocked; or it does not say so any more. */
    void refuse(boolean blocked) {
        refusing = blocked;
    }

    /** Any other update. */
    List<Card> hear(Function<Inbound.From, Inbound> update) {
        return handle(update.apply(from()));
    }

    /** Writes and returns what came back, edits included, in order. */
    List<Card> write(String text) {
        return handle(new Inbound.Text(from(), update(), text));
    }

    List<Card> press(Button button) {
        return press(button.token());
    }

    List<Card> press(String token) {
        return handle(new Inbound.Press(from(), update(), token));
    }

    /** The same update delivered again. */
    List<Card> redeliver(Inbound inbound) {
        return handle(inbound);
    }

    Inbound textUpdate(String text) {
        return new Inbound.Text(from(), update(), text);
    }

    Inbound pressUpdate(String token) {
        return new Inbound.Press(from(), update(), token);
    }

    List<Card> tick() {
        application.dailyQuiz().sweep();
        return collect();
    }

    /** What has come meanwhile to the chat of whoever holds the phone. */
    List<Card> look() {
        return collect();
    }

    /** What the phone shows of a message now. */
    Card message(String platformId) {
        return Objects.requireNonNull(shown.get(platformId), platformId);
    }

    private List<Card> handle(Inbound inbound) {
        application.conversation().handle(inbound);
        return collect();
    }

    private List<Card> collect() {
        news.clear();
        sender.drain(chat);
        return List.copyOf(news);
    }

    private Inbound.From from() {
        return new Inbound.From(chat, language, ZoneId.of("Europe/Berlin"));
    }

    private String update() {
        return "u" + updates.incrementAndGet();
    }

    @Override
    public Delivered send(ChatAddress to, Card card) {
        if (refusing) {
            return new Delivered.Blocked();
        }
        String id = "p" + (shown.size() + 1);
        shown.put(id, card);
        news.add(card);
        return new Delivered.Sent(id);
    }

    @Override
    public Delivered edit(ChatAddress to, String messageId, Card card) {
        if (shown.replace(messageId, card) == null) {
            throw new AssertionError("message to edit not found");
        }
        news.add(card);
        return new Delivered.Sent(messageId);
    }

    /** The last of some messages. */
    static Card last(List<Card> cards) {
        return cards.get(cards.size() - 1);
    }

    /** The button under a card with that label. */
    static Button button(Card card, String label) {
        return card.buttons().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + label + "' under: " + card.plain()));
    }

    /** The button of the option with that text, as the body letters it. */
    static Button option(Card card, String text) {
        String line = card.plain()
                .lines()
                .filter(candidate -> candidate.endsWith(". " + text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option '" + text + "' in: " + card.plain()));
        String letter = line.substring(line.length() - text.length() - 3, line.length() - text.length() - 2);
        return button(card, letter);
    }
}
