package org.meshquiz.telegram;

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
import java.util.function.UnaryOperator;
import org.meshquiz.bank.BankReader;
import org.meshquiz.chat.Messenger;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.BackgroundSender;
import org.meshquiz.quiz.BankHistory;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.Sender;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.fake.FakeBotApi;

/** A bot with all that it needs, on the bank of the project, a database of its own and a clock that tests set. */
final class ServedBot implements AutoCloseable {
    final Database database = TestDatabase.migrated();
    final FakeBotApi fake = FakeBotApi.start();
    final Application application;
    private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final TelegramBot bot;
    private final BackgroundSender sender;

    ServedBot() {
        this(UnaryOperator.identity());
    }

    /**
     * @param around what is put around the messenger
     */
    ServedBot(UnaryOperator<Messenger> around) {
        InstantSource clock = () -> now;
        try {
            Catalog catalog = new Catalog(new BankHistory(database, clock)
                    .record(BankReader.read(Path.of("questions")).bank()));
            application = Application.of(database, clock, catalog, new Random(3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BotToken token = new BotToken(FakeBotApi.TOKEN);
        bot = new TelegramBot(
                new TelegramBot.Settings(token, URI.create(fake.url()), null),
                new Intake(database, clock, TelegramBot.PLATFORM, token.botId()),
                application);
        Sender each = new Sender(
                database, database.clock(), Map.of(TelegramBot.PLATFORM, around.apply(bot.messenger())), new Random(5));
        sender = BackgroundSender.start(each, 2);
        bot.start(sender::wake);
    }

    void pass(Duration time) {
        now = now.plus(time);
        application.groups().sweep();
        sender.wake();
    }

    /** Waits until a query's first column is that. */
    void await(String query, double wanted) {
        for (int i = 0; i < 4_000 && TestDatabase.number(database, query) != wanted; i++) {
            LockSupport.parkNanos(5_000_000);
        }
        double found = TestDatabase.number(database, query);
        if (found != wanted) {
            throw new AssertionError(query + " is " + found + " and not " + wanted);
        }
    }

    /** Waits until all that the fake has was fetched and handled. */
    void awaitAllHandled() {
        for (int i = 0; i < 4_000 && fake.unconfirmed() > 0; i++) {
            LockSupport.parkNanos(5_000_000);
        }
        await("select count(*) from inbox where handled_at is null", 0);
    }

    @Override
    public void close() {
        sender.close();
        bot.close();
        fake.close();
        database.close();
    }
}
