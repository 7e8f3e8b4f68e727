package org.meshquiz.quiz.team;

import java.time.Instant;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Talk;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.TokenButtons;
import org.meshquiz.store.GroupChats.GroupKeyboard;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.Transaction;

/** What is said to a group: written to the outbox, and sent after the commit. */
final class GroupVoice {
    private static final int MOST_WAITING = 20;

    private GroupVoice() {}

    /**
     * Whether a group may ask for more: not while more waits for it than its platform lets through in a minute. It is told
     * nothing, since that would wait as well.
     */
    static boolean mayAsk(Transaction tx, ChatAddress place) {
        return tx.outbox().waiting(place, MOST_WAITING) < MOST_WAITING;
    }

    static void say(Transaction tx, ChatAddress place, Card.Builder card) {
        long message = tx.outbox().nextMessage();
        tx.outbox().add(Outgoing.of(place, message, false, CardJson.write(card.build()), null), true);
    }

    /**
     * Says something with buttons that anybody in the group may press.
     *
     * @param group whose buttons they are
     * @param place where in it
     */
    static void say(Transaction tx, ChatAddress group, ChatAddress place, Draft draft, Instant now) {
        write(tx, group, place, tx.outbox().nextMessage(), draft, false, now);
    }

    /** Replaces a message with buttons. */
    static void edit(Transaction tx, ChatAddress group, ChatAddress place, long message, Draft draft, Instant now) {
        write(tx, group, place, message, draft, true, now);
    }

    private static void write(
            Transaction tx,
            ChatAddress group,
            ChatAddress place,
            long message,
            Draft draft,
            boolean edits,
            Instant now) {
        String token = Talk.token();
        TokenButtons buttons = TokenButtons.of(draft, token);
        if (!buttons.actions().isEmpty()) {
            tx.groupChats().addKeyboard(group, token, new GroupKeyboard(message, buttons.actions()), now);
        }
        Card card = new Card(draft.blocks(), buttons.rows(), draft.file()).withPicture(draft.picture());
        tx.outbox().add(Outgoing.of(place, message, edits, CardJson.write(card), null), true);
    }
}
