package org.meshquiz.quiz;

import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.Transaction;

/** What is said to a group: written to the outbox, and sent after the commit. */
final class GroupVoice {
    private GroupVoice() {}

    static void say(Transaction tx, ChatAddress place, Card.Builder card) {
        long message = tx.outbox().nextMessage();
        tx.outbox().add(Outgoing.of(place, message, false, CardJson.write(card.build()), null), true);
    }
}
