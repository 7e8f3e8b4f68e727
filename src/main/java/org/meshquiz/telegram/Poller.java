package org.meshquiz.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates, one node at a time. Telegram is told that an update has arrived only after it is stored. Any fault is
 * followed by another try; only {@link #close} ends it, and at once.
 */
final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration NOT_OUR_TURN = Duration.ofSeconds(3);
    private static final Duration TOKEN_REFUSED = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int CONFLICT = 409;

    private final UpdateFeed feed;
    private final Intake intake;
    private final Reception reception;
    private final Pauses pauses = new Pauses();
    private final Thread thread;
    private @Nullable String lastTrouble;

    Poller(UpdateFeed feed, Intake intake, Reception reception) {
        this.feed = feed;
        this.intake = intake;
        this.reception = reception;
        this.thread = new Thread(this::run, "telegram-poller");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the request under way and the thread. */
    @Override
    public void close() {
        pauses.close();
        feed.cancel();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        intake.close();
    }

    private void run() {
        int failures = 0;
        boolean more = true;
        while (more) {
            Duration pause;
            try {
                pause = turn();
                failures = 0;
            } catch (ApiFault fault) {
                failures++;
                pause = after(fault, failures);
            } catch (IOException | RuntimeException fault) {
                failures++;
                tell("Updates could not be fetched or stored: "
                        + fault.getClass().getSimpleName());
                pause = Pauses.backOff(failures, LONGEST_PAUSE);
            } catch (InterruptedException e) {
                return;
            }
            more = !pauses.closedWithin(pause);
        }
    }

    /** One request, if it is this node's turn; returns how long to wait before the next. */
    private Duration turn() throws ApiFault, IOException, InterruptedException {
        if (!intake.leads()) {
            return NOT_OUR_TURN;
        }
        List<Intake.Update> updates = feed.fetch();
        if (!updates.isEmpty()) {
            reception.receive(updates);
            if (!feed.confirm(updates)) {
                throw ApiFault.notDone("no update has a number");
            }
        }
        if (lastTrouble != null) {
            LOG.info("Updates are fetched again");
            lastTrouble = null;
        }
        return Duration.ZERO;
    }

    private Duration after(ApiFault fault, int failures) {
        if (fault.code() == 429) {
            tell("Telegram asks to wait for " + fault.retryAfter().toSeconds() + " s before updates are fetched again");
            return fault.retryAfter();
        }
        if (fault.code() == CONFLICT) {
            return afterConflict(fault, failures);
        }
        if (fault.code() == 401 || fault.code() == 404) {
            tell(TokenFault.SENTENCE);
            return TOKEN_REFUSED;
        }
        tell("Updates could not be fetched: " + fault.reason());
        return Pauses.backOff(failures, LONGEST_PAUSE);
    }

    private Duration afterConflict(ApiFault fault, int failures) {
        if (fault.says("webhook")) {
            tell("A webhook is set for this bot; it is removed, since updates are fetched here");
            feed.removeWebhook();
            return Pauses.backOff(failures, LONGEST_PAUSE);
        }
        tell("Another program fetches this bot's updates; stop it, or give this one a token of its own"
                + " (MESHQUIZ_TELEGRAM_TOKEN)");
        return NOT_OUR_TURN;
    }

    /** Each kind of trouble is told once, until all is well again. */
    private void tell(String trouble) {
        if (!trouble.equals(lastTrouble) && !pauses.isClosed()) {
            LOG.warn("{}", trouble);
            lastTrouble = trouble;
        }
    }
}
