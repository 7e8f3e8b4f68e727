package org.meshquiz.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
 */
final class Reception implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LANES = 8;
    private static final int MOST_TRIES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(60);

    private final Intake intake;
    private final Decoder decoder;
    private final BiConsumer<Intake.Update, Incoming> handler;
    private final Lanes lanes = new Lanes("telegram-updates", LANES);
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Pauses pauses = new Pauses();
    private final Thread rounds = new Thread(this::goRounds, "telegram-recovery");

    /**
     * @param handler does what an update asks for and notes that it is handled; when it throws, nothing of it was done
     */
    Reception(Intake intake, Decoder decoder, BiConsumer<Intake.Update, Incoming> handler) {
        this.intake = intake;
        this.decoder = decoder;
        this.handler = handler;
    }

    /** Takes up what was left behind, now and again and again. */
    void start() throws InterruptedException {
        for (Intake.Update update : intake.waiting(Duration.ZERO)) {
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
    void receive(List<Intake.Update> updates) throws InterruptedException {
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
        while (!pauses.closedWithin(LEFT_BEHIND)) {
            takeUpLeftBehind();
        }
    }

    private void takeUpLeftBehind() {
        try {
            for (Intake.Update update : intake.waiting(LEFT_BEHIND)) {
                dispatch(update);
            }
        } catch (RuntimeException fault) {
            LOG.warn("Updates that were left behind could not be looked for: {}", fault.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch(Intake.Update update) throws InterruptedException {
        if (!underWay.add(update.id())) {
            return;
        }
        Incoming incoming = decode(update);
        boolean added = lanes.add(incoming.order(), () -> {
            try {
                handle(update, incoming);
            } finally {
                underWay.remove(update.id());
            }
        });
        if (!added) {
            underWay.remove(update.id());
        }
    }

    /** What cannot be read asks for nothing any more, but is kept as it came. */
    private Incoming decode(Intake.Update update) {
        try {
            JsonNode tree = JSON.readTree(update.raw());
            return decoder.read(update.id(), tree);
        } catch (JsonProcessingException | Decoder.Undecodable | RuntimeException fault) {
            String reason = fault instanceof Decoder.Undecodable
                    ? String.valueOf(fault.getMessage())
                    : fault.getClass().getSimpleName();
            if (told.add(reason)) {
                LOG.warn("Update {} cannot be read and is set aside: {} (told once)", update.id(), reason);
            }
            return new Incoming.Unreadable(reason);
        }
    }

    private void handle(Intake.Update update, Incoming incoming) {
        for (int tries = 1; ; tries++) {
            try {
                if (incoming instanceof Incoming.Unreadable unreadable) {
                    intake.setAside(update, unreadable.reason());
                } else if (tries > MOST_TRIES) {
                    intake.setAside(update, "not handled in " + MOST_TRIES + " tries");
                } else {
                    handler.accept(update, incoming);
                }
                return;
            } catch (RuntimeException fault) {
                LOG.warn("Update {} was not handled at try {}: {}", update.id(), tries, fault.toString());
                if (pauses.closedWithin(Pauses.backOff(tries, LONGEST_PAUSE))) {
                    return;
                }
            }
        }
    }
}
