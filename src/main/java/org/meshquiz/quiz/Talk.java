package org.meshquiz.quiz;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.chat.Span;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.quiz.view.TokenButtons;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.InUse.Snapshot;
import org.meshquiz.store.Keyboards.Keyboard;
import org.meshquiz.store.Keyboards.Made;
import org.meshquiz.store.MemoryParameters.Version;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.Prospects.Person;
import org.meshquiz.store.Prospects.Prospect;
import org.meshquiz.store.PutQuestions.Put;
import org.meshquiz.store.Transaction;

/**
 * One exchange with one person inside one transaction: who they are, what time it is, and what is said to them. What is
 * said is written to the outbox and leaves after the commit.
 */
public final class Talk {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    /** Some fifteen answers with their next questions, which nobody taps in the time that they take to leave. */
    private static final int MOST_WAITING = 30;

    private final Transaction tx;
    private final ChatAddress chat;
    private final Instant now;
    private Learner learner;
    private @Nullable Instant expiresAt;
    private @Nullable Consumer<String> toast;
    private @Nullable Snapshot inUse;
    private @Nullable Foresight foresight;
    private final Map<String, SkillParameters> believed = new HashMap<>();
    private final Map<String, Optional<Ability>> levels = new HashMap<>();

    /** An exchange with somebody whose row is locked. */
    public Talk(Transaction tx, Learner learner, ChatAddress chat, Instant now) {
        this.tx = tx;
        this.learner = learner;
        this.chat = chat;
        this.now = now;
    }

    /**
     * The same for words that nobody waits for: answers to people who tap meanwhile go first.
     *
     * @param until when they are better not said any more
     */
    Talk unasked(Instant until) {
        expiresAt = until;
        return this;
    }

    /** The same on a platform that shows short words at a pressed button. */
    Talk withToasts(@Nullable Consumer<String> taker) {
        toast = taker;
        return this;
    }

    /** The tables as this exchange sees them. */
    public Transaction tx() {
        return tx;
    }

    /** The person, as their wishes are now. */
    public Learner learner() {
        return learner;
    }

    /** The chat that they write in. */
    public ChatAddress chat() {
        return chat;
    }

    /** The moment of the whole exchange. */
    public Instant now() {
        return now;
    }

    /** The sentences of their language. */
    public Phrases phrases() {
        return Phrases.in(learner.language());
    }

    /**
     * What was read of somebody together with others, before their turn; nothing of it changes until then.
     *
     * @param prospect what has to be known to choose their next question
     * @param levels their levels, by skill
     */
    record Foresight(Prospect prospect, Map<String, Ability> levels) {}

    /** The same with what is known already. */
    Talk foreseeing(Snapshot learned, Foresight known) {
        inUse = learned;
        foresight = known;
        return this;
    }

    /** What was learned from earlier answers, the same throughout the exchange. */
    private Snapshot inUse() {
        if (inUse == null) {
            inUse = tx.inUse().of(Set.of(learner.id()));
        }
        return inUse;
    }

    /** How the person's memory works, as far as it is known. */
    Version memory() {
        return inUse().memory(learner.id());
    }

    /** What has to be known to choose the person's next question, as it is now. */
    Prospect prospect() {
        if (foresight != null) {
            return foresight.prospect();
        }
        return tx.prospects().of(prospective(learner, now));
    }

    /** Somebody whose next question is to be chosen at a moment. */
    static Person prospective(Learner learner, Instant at) {
        LocalDate today = StudyDay.of(at, learner.zone());
        return new Person(learner.id(), today, StudyDay.start(today, learner.zone()));
    }

    /** What is believed of a skill's questions, the same throughout the exchange. */
    SkillParameters believed(String skill, CalibratedSkills skills) {
        return believed.computeIfAbsent(skill, id -> skills.of(tx, id, inUse().calibration(id)));
    }

    /** Texts of questions that are out of measuring, the same throughout the exchange: ids with the version of each. */
    Map<String, Integer> doubted() {
        return inUse().doubted();
    }

    /** What is stored of the person's level in a skill, or will be at the end; empty before their first answer. */
    Optional<Ability> level(String skill) {
        return levels.computeIfAbsent(
                skill,
                id -> foresight == null
                        ? tx.abilities().find(learner.id(), id)
                        : Optional.ofNullable(foresight.levels().get(id)));
    }

    /** From now on that is what is stored. */
    void level(String skill, Optional<Ability> known) {
        levels.put(skill, known);
    }

    /** Writes down changed wishes and plans the next daily quiz by them. */
    void update(Learner changed) {
        learner = changed;
        Instant next = PushTimes.nextFree(changed, now, day -> tx.dailyPushes().taken(changed.id(), day))
                .orElse(null);
        tx.learners().update(changed, next);
    }

    /**
     * Whether the person may ask for more; who has asked for more than the platform lets through is told so once, and is
     * listened to again when it has arrived. It bounds what one person can make the program do, on all nodes together.
     */
    boolean mayAsk() {
        int waiting = tx.outbox().waiting(chat, MOST_WAITING + 1);
        if (waiting == MOST_WAITING) {
            say(phrases().say("help.too-fast"));
        }
        return waiting < MOST_WAITING;
    }

    /** Sends a message and returns our number of it. */
    public long say(Draft draft) {
        long message = tx.outbox().nextMessage();
        write(message, draft, null, false);
        return message;
    }

    /** Sends a message of one sentence. */
    public void say(String marked) {
        say(Draft.of(marked));
    }

    /** A short word about what was pressed: at the button where the platform can, else as a message. */
    public void note(String marked) {
        note(marked, Draft.of(marked));
    }

    /**
     * The same with a message that says more.
     *
     * @param message what is sent where there is no place at the button
     */
    public void note(String marked, Draft message) {
        if (toast == null) {
            say(message);
        } else {
            toast.accept(new Block.Paragraph(Span.marked(marked)).plain());
        }
    }

    /** A question as it is to go out. */
    Put composed(Draft draft, Delivery delivery) {
        String token = token();
        TokenButtons buttons = TokenButtons.of(draft, token);
        Outgoing outgoing = Outgoing.of(chat, 0, false, json(draft, buttons), expiresAt);
        return new Put(learner.id(), delivery, outgoing, token, buttons.actions());
    }

    /** Sends the message, numbered before, that shows a delivery. */
    void put(long message, Draft draft, long delivery) {
        write(message, draft, delivery, false);
    }

    /** Replaces a message that shows a delivery. */
    void edit(long message, Draft draft, long delivery) {
        write(message, draft, delivery, true);
    }

    /** The same as something to look at, which is no message: its buttons answer with messages. */
    Card show(Draft draft) {
        String token = token();
        TokenButtons buttons = TokenButtons.of(draft, token);
        if (!buttons.actions().isEmpty()) {
            Keyboard keyboard = new Keyboard(tx.outbox().nextMessage(), null, buttons.actions());
            tx.keyboards().add(new Made(learner.id(), token, keyboard, now));
        }
        return new Card(draft.blocks(), buttons.rows(), draft.file());
    }

    private void write(long message, Draft draft, @Nullable Long delivery, boolean edits) {
        String token = token();
        TokenButtons buttons = TokenButtons.of(draft, token);
        Outgoing outgoing = Outgoing.of(chat, message, edits, json(draft, buttons), expiresAt);
        boolean urgent = expiresAt == null;
        if (buttons.actions().isEmpty()) {
            tx.outbox().add(outgoing, urgent);
        } else {
            Keyboard keyboard = new Keyboard(message, delivery, buttons.actions());
            tx.outbox().add(outgoing, urgent, new Made(learner.id(), token, keyboard, now));
        }
    }

    private static String json(Draft draft, TokenButtons buttons) {
        return CardJson.write(new Card(draft.blocks(), buttons.rows(), draft.file()).withPicture(draft.picture()));
    }

    /** A new token for buttons, which nobody can guess. */
    public static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
