package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.Database;
import org.meshquiz.store.DuePeople;
import org.meshquiz.store.DuePeople.Due;
import org.meshquiz.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes unasked: the daily quiz, once a local day, and reminders. Several nodes may sweep at once; each person is
 * taken by one of them, and what a dying node had not finished is taken by another. Safe for several threads.
 */
public final class DailyQuiz {
    private static final Logger LOG = LoggerFactory.getLogger(DailyQuiz.class);
    /** People of one transaction: enough to make its end cheap, few enough that nobody waits long for their lock. */
    private static final int AT_ONCE = 100;

    private static final int SWEEPERS = 4;
    private static final Duration AFTER_FAULT = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;
    private final Push push;

    DailyQuiz(Database database, InstantSource clock, Push push) {
        this.database = database;
        this.clock = clock;
        this.push = push;
    }

    /** Writes to everybody who is due; returns how many people were looked at. */
    public int sweep() {
        return sweep(new Round(DuePeople::forQuiz, push::quizzes, DuePeople::plan))
                + sweep(new Round(DuePeople::forReminder, push::reminders, DuePeople::planReminder));
    }

    /** The earliest moment at which anybody is due. */
    Optional<Instant> firstDue() {
        return database.write(tx -> tx.duePeople().first());
    }

    /**
     * One reason to write to people.
     *
     * @param who takes those who are due
     * @param turn what is done for them, which makes them due no longer
     * @param plan makes somebody due at another time
     */
    private record Round(Who who, BiConsumer<Transaction, List<Due>> turn, Plan plan) {

        interface Who {
            List<Due> of(DuePeople people, Instant now, int atMost);
        }

        interface Plan {
            void at(DuePeople people, LearnerId learner, Instant next);
        }
    }

    /** A crowd is shared out among several threads: most of a turn is waiting for the database. */
    private int sweep(Round round) {
        int first = batch(round);
        if (first < AT_ONCE) {
            return first == 0 ? 0 : first + allOf(round);
        }
        ExecutorService threads = Executors.newFixedThreadPool(SWEEPERS, DailyQuiz::thread);
        try {
            List<CompletableFuture<Integer>> sweepers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> allOf(round), threads))
                    .limit(SWEEPERS)
                    .toList();
            return first + sweepers.stream().mapToInt(CompletableFuture::join).sum();
        } finally {
            threads.shutdown();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        return thread;
    }

    private int allOf(Round round) {
        int people = 0;
        int found;
        do {
            found = batch(round);
            people += found;
        } while (found > 0);
        return people;
    }

    private int batch(Round round) {
        try {
            return database.write(tx -> together(tx, round));
        } catch (RuntimeException fault) {
            return oneByOne(round);
        }
    }

    private int together(Transaction tx, Round round) {
        List<Due> people = round.who().of(tx.duePeople(), clock.instant(), AT_ONCE);
        round.turn().accept(tx, people);
        return people.size();
    }

    /** The same for as many people, each in a transaction of their own: one whose turn fails holds up nobody. */
    private int oneByOne(Round round) {
        int people = 0;
        while (people < AT_ONCE && database.write(tx -> alone(tx, round))) {
            people++;
        }
        return people;
    }

    private boolean alone(Transaction tx, Round round) {
        List<Due> people = round.who().of(tx.duePeople(), clock.instant(), 1);
        for (Due due : people) {
            try {
                tx.undoingOnFault(() -> round.turn().accept(tx, List.of(due)));
            } catch (RuntimeException fault) {
                LOG.error("A person's turn failed; it is put off to the next day", fault);
                round.plan()
                        .at(tx.duePeople(), due.learner().id(), clock.instant().plus(AFTER_FAULT));
            }
        }
        return !people.isEmpty();
    }
}
