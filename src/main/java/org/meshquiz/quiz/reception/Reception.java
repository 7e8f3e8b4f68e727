package org.meshquiz.quiz.reception;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.meshquiz.quiz.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates in: they are stored first and handled after, those of one person one after another. What a program that
 * died has left behind is taken up by the next one, or by another node after a while. Safe for several threads.
 *
 * @param <T> what an update says
 */
public final class Reception<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int LANES = 8;
    private static final int MOST_TRIES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final Intake intake;
    private final Reader<T> reader;
    private final BiConsumer<Intake.Update, T> handler;
    private final Lanes lanes;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Pauses pauses = new Pauses();
    private final Thread rounds;

    /**
     * @param name what its threads are called
     * @param handler does what an update asks for and notes that it is handled; when it throws, nothing of it was done
     */
    public Reception(String name, Intake intake, Reader<T> reader, BiConsumer<Intake.Update, T> handler) {
        this.intake = intake;
        this.reader = reader;
        this.handler = handler;
        this.lanes = new Lanes(name + "-updates", LANES);
        this.rounds = new Thread(this::goRounds, name + "-recovery");
    }

    /** Takes up what was left behind, now and again and again. */
    public void start() throws InterruptedException {
        for (Intake.Update update : intake.takeOverAll()) {
            dispatch(update);
        }
        rounds.setDaemon(true);
        rounds.start();
    }

    /**
     * Stores updates and sees to it that they are handled. When this throws, none is stored.
     *
     * @param updates as the platform sent them, in order
     */
    public void receive(List<Intake.Update> updates) throws InterruptedException {
        for (Intake.Update update : intake.store(updates)) {
            dispatch(update);
        }
    }

    /** Stops after the work under way; what waits stays stored. */
    @Override
    public void close() {
        pauses.close();
        rounds.interrupt();
        lanes.close();
    }

    private void goRounds() {
        while (!pauses.closedWithin(ROUND)) {
            takeUpLeftBehind();
        }
    }

    private void takeUpLeftBehind() {
        try {
            for (Intake.Update update : intake.takeOverLeftBehind()) {
                dispatch(update);
            }
        } catch (RuntimeException fault) {
            LOG.warn(
                    "Updates that were left behind could not be looked for: {}",
                    fault.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch(Intake.Update update) throws InterruptedException {
        if (!underWay.add(update.id())) {
            return;
        }
        long order = 0;
        Runnable work;
        try {
            T said = reader.read(update);
            order = reader.order(said);
            work = () -> handler.accept(update, said);
        } catch (Unreadable | RuntimeException fault) {
            work = () -> setAside(update, fault);
        }
        Runnable chosen = work;
        boolean added = lanes.add(order, () -> {
            try {
                handle(update, chosen);
            } finally {
                underWay.remove(update.id());
            }
        });
        if (!added) {
            underWay.remove(update.id());
        }
    }

    /** What cannot be read asks for nothing any more, but is kept as it came. */
    private void setAside(Intake.Update update, Exception fault) {
        String reason = fault instanceof Unreadable unreadable
                ? unreadable.reason()
                : fault.getClass().getSimpleName();
        if (told.add(reason)) {
            LOG.warn("Update {} cannot be read and is set aside: {} (told once)", update.id(), reason);
        }
        intake.setAside(update, reason);
    }

    private void handle(Intake.Update update, Runnable work) {
        int tries = 1;
        while (true) {
            try {
                if (tries > MOST_TRIES) {
                    intake.setAside(update, "not handled in " + MOST_TRIES + " tries");
                } else {
                    work.run();
                }
                return;
            } catch (RuntimeException fault) {
                LOG.warn(
                        "Update {} was not handled at try {}: {}",
                        update.id(),
                        tries,
                        fault.getClass().getName());
                if (pauses.closedWithin(Pauses.backOff(tries, LONGEST_PAUSE))) {
                    return;
                }
                // However long the database is away: that is no fault of the update.
                if (intake.canStore()) {
                    tries++;
                }
            }
        }
    }
}
