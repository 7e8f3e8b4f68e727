package org.meshquiz.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;

/** A conversation with answers from a script, and an outbox in memory. */
final class ScriptedBot {
    final List<Inbound> heard = new CopyOnWriteArrayList<>();

    private final Messenger messenger;
    private final Function<Inbound, List<Card>> script;
    private final Map<ChatAddress, Queue<Card>> outbox = new ConcurrentHashMap<>();

    ScriptedBot(Messenger messenger, Function<Inbound, List<Card>> script) {
        this.messenger = messenger;
        this.script = script;
    }

    void hear(Inbound inbound) {
        heard.add(inbound);
        say(inbound.from().chat(), script.apply(inbound));
    }

    /** Puts messages into the outbox, as a daily quiz does. */
    void say(ChatAddress to, List<Card> cards) {
        outbox.computeIfAbsent(to, address -> new ConcurrentLinkedQueue<>()).addAll(cards);
    }

    void deliver(ChatAddress to) {
        Queue<Card> waiting = outbox.getOrDefault(to, new ConcurrentLinkedQueue<>());
        List<Card> taken = new ArrayList<>();
        for (Card card = waiting.poll(); card != null; card = waiting.poll()) {
            taken.add(card);
        }
        taken.forEach(card -> messenger.send(to, card));
    }
}
