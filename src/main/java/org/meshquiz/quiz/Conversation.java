package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.Preferences;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.Learners.Caller;
import org.meshquiz.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every adapter hands its updates to. Each update is handled once, in one transaction; the replies wait in the outbox
 * when this returns. Safe for several threads: the updates of one person come one after another.
 */
public final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int ATTEMPTS = 3;
    private static final int TURNS = 256;

    /** Fair, so that updates are handled in the order in which they came; several chats may share one. */
    private final List<Lock> turns =
            Stream.<Lock>generate(() -> new ReentrantLock(true)).limit(TURNS).toList();

    private final Database database;
    private final InstantSource clock;
    private final Texts texts;
    private final Presses presses;
    private final Watch watch;

    Conversation(Database database, InstantSource clock, Texts texts, Presses presses, Watch watch) {
        this.database = database;
        this.clock = clock;
        this.texts = texts;
        this.presses = presses;
        this.watch = watch;
    }

    /**
     * Handles what a person did. What fails is tried again, since the database may have been away for a moment; what fails
     * each time is logged, told kindly, and changes nothing.
     *
     * @throws RuntimeException while the database is away; nothing of the update is kept, and it can be handled later
     */
    public void handle(Inbound inbound) {
        handle(inbound, null);
    }

    /**
     * The same on a platform that shows a short word right at a pressed button.
     *
     * @param toast takes what there is to say about the press, the last word counting; or null where the platform has no
     *     such thing
     */
    public void handle(Inbound inbound, @Nullable Consumer<String> toast) {
        // One connection for one person: somebody who presses fast does not keep the others waiting.
        Lock turn = turns.get(Math.floorMod(inbound.from().chat().hashCode(), turns.size()));
        long begin = System.nanoTime();
        turn.lock();
        try {
            boolean well = tryHandling(inbound, toast);
            watch.handled(Duration.ofNanos(System.nanoTime() - begin), well);
        } finally {
            turn.unlock();
        }
    }

    private boolean tryHandling(Inbound inbound, @Nullable Consumer<String> toast) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.write(tx -> handle(tx, inbound, toast));
                return true;
            } catch (RuntimeException fault) {
                if (attempt == ATTEMPTS && Database.isAway(fault)) {
                    throw fault;
                }
                if (attempt == ATTEMPTS) {
                    LOG.error("An update could not be handled; nothing of it was kept", fault);
                    break;
                }
            }
        }
        if (!(inbound instanceof Inbound.Left)) {
            database.write(tx -> apologise(tx, inbound));
        }
        return false;
    }

    /**
     * A bot was removed from everywhere it was, as an app is from a workspace: nothing is sent there until somebody writes
     * from it again.
     *
     * @param updateId the platform's id of the update that told it
     */
    public void removed(String platform, String bot, String updateId) {
        database.write(tx -> {
            Instant now = clock.instant();
            // It comes from no chat; what is unique is the update of the bot.
            if (tx.inbox().take(new ChatAddress(platform, bot, bot), updateId, now)) {
                tx.chats().blockAll(platform, bot, now);
                tx.groupChats().silenceAll(platform, bot);
                tx.outboxOutcomes().blockAll(platform, bot);
            }
            return true;
        });
    }

    private boolean handle(Transaction tx, Inbound inbound, @Nullable Consumer<String> toast) {
        Instant now = clock.instant();
        ChatAddress chat = inbound.from().chat();
        if (!tx.inbox().take(chat, inbound.updateId(), now)) {
            return false;
        }
        if (inbound instanceof Inbound.Left) {
            tx.chats().block(chat, now);
            tx.outboxOutcomes().block(chat);
            return true;
        }
        Optional<Caller> known = tx.learners().lock(chat);
        Learner learner = known.map(Caller::learner).orElseGet(() -> meet(tx, inbound.from(), now));
        Talk talk = new Talk(tx, learner, chat, now).withToasts(toast);
        known.ifPresent(caller -> welcomeBack(talk, caller));
        if (inbound instanceof Inbound.Text text) {
            texts.handle(talk, text.text(), known.isEmpty());
        } else if (inbound instanceof Inbound.Press press) {
            presses.handle(talk, press.token());
        } else if (inbound instanceof Inbound.Ticked form) {
            presses.handle(talk, form.token(), form.ticked());
        } else if (inbound instanceof Inbound.Written written) {
            presses.written(talk, written.token(), written.text());
        }
        return true;
    }

    /** Somebody who had blocked the bot, or was not heard from for long, gets their daily quiz again. */
    private static void welcomeBack(Talk talk, Caller caller) {
        if (caller.silent()) {
            talk.tx().duePeople().heardFrom(caller.learner().id(), talk.now());
        }
        if (caller.blocked()) {
            talk.tx().chats().unblock(talk.chat());
        }
        boolean pausedByUs =
                caller.silent() && Instant.MAX.equals(caller.learner().pausedUntil());
        if (pausedByUs) {
            talk.update(caller.learner().withPause(null));
        } else if (caller.blocked()) {
            talk.update(caller.learner());
        }
    }

    private boolean apologise(Transaction tx, Inbound inbound) {
        Instant now = clock.instant();
        ChatAddress chat = inbound.from().chat();
        if (tx.inbox().take(chat, inbound.updateId(), now)) {
            Learner learner =
                    tx.learners().lock(chat).map(Caller::learner).orElseGet(() -> meet(tx, inbound.from(), now));
            new Talk(tx, learner, chat, now)
                    .say(Draft.of(Phrases.in(learner.language()).say("help.fault")));
        }
        return true;
    }

    private static Learner meet(Transaction tx, Inbound.From from, Instant now) {
        Locale language = "ru".equals(from.language().getLanguage()) ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
        ZoneId zone = from.zone() == null ? ZoneOffset.UTC : from.zone();
        ZoneId named = zone.equals(ZoneOffset.UTC) ? ZoneId.of("Etc/UTC") : zone;
        return tx.learners().create(from.chat(), language, named, Preferences.DEFAULT, firstPush(named, now), now);
    }

    private static Instant firstPush(ZoneId zone, Instant now) {
        return PushTimes.next(zone, Preferences.DEFAULT, now).orElseThrow();
    }
}
