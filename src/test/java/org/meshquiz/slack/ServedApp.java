package org.meshquiz.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.Bank;
import org.meshquiz.bank.BankReader;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.BackgroundSender;
import org.meshquiz.quiz.BankHistory;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.Sender;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** An app with all that it needs, on the bank of the project, a database of its own and a clock that tests set. */
final class ServedApp implements AutoCloseable {
    static final Instant BEGINNING = Instant.parse("2026-11-23T08:00:00Z");

    final Database database = TestDatabase.migrated();
    final FakeSlack slack = FakeSlack.start();
    final SlackBot bot;
    private final Application application;
    private final BackgroundSender sender;
    private volatile Instant now = BEGINNING;

    /**
     * @param appToken for the socket, or null where requests come signed
     */
    ServedApp(@Nullable String appToken) {
        this(appToken, question -> true);
    }

    /** The same with some questions of the bank alone. */
    ServedApp(@Nullable String appToken, Predicate<Question> wanted) {
        InstantSource clock = () -> now;
        try {
            Bank whole = BankReader.read(Path.of("questions")).bank();
            Bank bank = new Bank(whole.questions().stream().filter(wanted).toList(), whole.notes());
            Catalog catalog = new Catalog(new BankHistory(database, clock).record(bank));
            application = Application.of(database, clock, catalog, new Random(3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SlackBot.Settings settings =
                new SlackBot.Settings(URI.create(slack.url()), FakeSlack.BOT_TOKEN, appToken, FakeSlack.SIGNING_SECRET);
        bot = new SlackBot(
                settings,
                team -> new Intake(database, clock, SlackBot.PLATFORM, team),
                application,
                clock,
                NoTokens.INSTANCE);
        Sender each = new Sender(database, database.clock(), Map.of(SlackBot.PLATFORM, bot.messenger()), new Random(5));
        sender = BackgroundSender.start(each, 2);
        bot.start(sender::wake);
    }

    /** Posts the standings that are due; returns in how many channels. */
    int weekly() {
        int posted = application.weeklyBoard().post();
        sender.wake();
        return posted;
    }

    void pass(Duration time) {
        now = now.plus(time);
        application.groups().sweep();
        sender.wake();
    }

    /** Waits until a query's first column is that. */
    void await(String query, double wanted) {
        for (int i = 0; i < 20_000 && TestDatabase.number(database, query) != wanted; i++) {
            LockSupport.parkNanos(5_000_000);
        }
        double found = TestDatabase.number(database, query);
        if (found != wanted) {
            throw new AssertionError(query + " is " + found + " and not " + wanted);
        }
    }

    @Override
    public void close() {
        bot.close();
        sender.close();
        slack.close();
        database.close();
    }
}
