package org.meshquiz.quiz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.Outbox.Outgoing;

/** A platform that records what it was handed, and does what a test tells it to do. Safe for several threads. */
final class FakePlatform implements Messenger {
    static final String NAME = "fake";

    private final List<String> log = new ArrayList<>();
    private final Map<String, Queue<Supplier<Delivered>>> scripts = new HashMap<>();
    private final List<Limit> limits;
    private boolean editsAreFree;

    FakePlatform(Limit... limits) {
        this.limits = List.of(limits);
    }

    static ChatAddress chat(String name) {
        return new ChatAddress(NAME, "bot", name);
    }

    /** Writes a message of one word to the outbox. */
    static long post(Database database, String chat, String text, boolean urgent) {
        return database.write(tx -> {
            long message = tx.outbox().nextMessage();
            tx.outbox().add(Outgoing.of(chat(chat), message, false, card(text), null), urgent);
            return message;
        });
    }

    /** Writes an edit to the outbox. */
    static void edit(Database database, String chat, long message, String text) {
        database.write(tx -> {
            tx.outbox().add(Outgoing.of(chat(chat), message, true, card(text), null), true);
            return true;
        });
    }

    static String card(String text) {
        return CardJson.write(Card.builder().text(text).build());
    }

    /** From now on the limits are for new messages alone. */
    FakePlatform withoutLimitOnEdits() {
        editsAreFree = true;
        return this;
    }

    /** The next call for that chat does this; later ones succeed again. */
    FakePlatform next(String chat, Delivered... outcomes) {
        for (Delivered outcome : outcomes) {
            nextDoes(chat, () -> outcome);
        }
        return this;
    }

    synchronized FakePlatform nextDoes(String chat, Supplier<Delivered> call) {
        scripts.computeIfAbsent(chat, name -> new ArrayDeque<>()).add(call);
        return this;
    }

    /** What was handed over, as {@code chat: text}, edits as {@code chat: text (of id)}. */
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** Everything that one chat was handed. */
    synchronized List<String> of(String chat) {
        return log.stream().filter(line -> line.startsWith(chat + ": ")).toList();
    }

    synchronized int count() {
        return log.size();
    }

    @Override
    public Delivered send(ChatAddress to, Card card) {
        return call(to, to.chat() + ": " + card.plain(), "");
    }

    @Override
    public Delivered edit(ChatAddress to, String messageId, Card card) {
        return call(to, to.chat() + ": " + card.plain() + " (of " + messageId + ")", messageId);
    }

    @Override
    public List<Limit> limits(ChatAddress to, boolean edits) {
        return edits && editsAreFree ? List.of() : limits;
    }

    private synchronized Delivered call(ChatAddress to, String line, String messageId) {
        log.add(line);
        Supplier<Delivered> scripted =
                scripts.getOrDefault(to.chat(), new ArrayDeque<>()).poll();
        return scripted != null
                ? scripted.get()
                : new Delivered.Sent(messageId.isEmpty() ? "id" + log.size() : messageId);
    }

    /** Names of that many chats. */
    static List<String> chats(int count) {
        return IntStream.range(0, count).mapToObj(number -> "c" + number).toList();
    }
}
