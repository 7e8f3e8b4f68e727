package org.meshquiz;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.meshquiz.bank.Bank;
import org.meshquiz.bank.BankReader;
import org.meshquiz.bank.BankReading;
import org.meshquiz.bank.Fault;
import org.meshquiz.bank.FolderState;
import org.meshquiz.chat.Messenger;
import org.meshquiz.metrics.Figures;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.BackgroundSender;
import org.meshquiz.quiz.BankHistory;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.LocalClock;
import org.meshquiz.quiz.Sender;
import org.meshquiz.quiz.TimeMachine;
import org.meshquiz.quiz.Transcript;
import org.meshquiz.quiz.Vitals;
import org.meshquiz.schedule.Tick;
import org.meshquiz.schedule.Tick.Missed;
import org.meshquiz.schedule.Ticker;
import org.meshquiz.store.Database;
import org.meshquiz.store.embedded.EmbeddedDatabase;
import org.meshquiz.web.BankHealth;
import org.meshquiz.web.DeliveryHealth;
import org.meshquiz.web.Health;
import org.meshquiz.web.LocalChat;
import org.meshquiz.web.LocalMessenger;
import org.meshquiz.web.Metrics;
import org.meshquiz.web.PortUnavailableException;
import org.meshquiz.web.Routes;
import org.meshquiz.web.WebServer;
import org.meshquiz.web.pages.Pages;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running program: everything wired and started, and stopped in the opposite order. */
final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SENDERS_EACH = 2;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Config config;
    private final Map<String, Messenger> platforms;
    private final Figures figures = new Figures();
    private Supplier<List<String>> bankFaults = List::of;
    private volatile boolean ready;
    private int port;

    private Program(Config config, Map<String, Messenger> platforms) {
        this.config = config;
        this.platforms = new HashMap<>(platforms);
    }

    /** Starts the program with the local chat alone; see the method below. */
    static Program start(Config config, InstantSource clock) {
        return start(config, clock, Map.of());
    }

    /**
     * Starts the program; whatever had been started is stopped again when something keeps it from going on.
     *
     * @param clock the real time
     * @param platforms messengers beside the local chat, by platform name
     * @throws CannotStart when something outside is in the way; the message is for the person who started it
     * @throws BrokenBank when the bank has faults
     */
    static Program start(Config config, InstantSource clock, Map<String, Messenger> platforms) {
        Program program = new Program(config, platforms);
        try {
            program.run(clock);
            return program;
        } catch (RuntimeException | Error fault) {
            program.close();
            throw fault;
        }
    }

    /** The port of the program's own server. */
    int port() {
        return port;
    }

    /** Stops everything; a second call does nothing. */
    @Override
    public synchronized void close() {
        ready = false;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception fault) {
                LOG.warn("Something did not stop cleanly", fault);
            }
        }
    }

    private void run(InstantSource clock) {
        Path folder = config.questions();
        FolderState before = folder == null ? null : BankReload.look(folder);
        CompletableFuture<BankReading> reading = CompletableFuture.supplyAsync(
                () -> BankSource.read(config.questions(), BankReader::read), task -> background(task, "bank"));
        Database database = openDatabase();
        database.migrate();
        LocalClock localClock = new LocalClock(clock, database);
        BankHistory history = new BankHistory(database, localClock);
        Catalog catalog = new Catalog(history.record(sound(reading)));
        if (folder != null) {
            watch(new BankReload(folder, before, history, catalog));
        }
        database.tellFigures(figures.registry());
        started.push(figures);
        DatabasePulse pulse = DatabasePulse.start(database);
        started.push(pulse);
        Application application = Application.of(database, localClock, catalog, new SecureRandom(), figures);
        tick(database, application);
        Bots bots = new Bots(config.platforms(), database, clock, application);
        started.push(bots);
        platforms.putAll(bots.messengers());
        Map<String, Messenger> watched = new HashMap<>();
        platforms.forEach((name, messenger) -> watched.put(name, figures.watch(name, messenger)));
        Sender sender = new Sender(database, database.clock(), watched, new SecureRandom());
        figures.show(() -> Vitals.of(database, localClock, sender.backlog()));
        BackgroundSender background = BackgroundSender.start(sender, SENDERS_EACH);
        started.push(background);
        List<Routes> routes = routes(database, localClock, application, sender, pulse);
        routes.addAll(bots.routes());
        open(routes);
        application
                .pageLinks()
                .serveAt(
                        URI.create("http://" + LOOPBACK + ":" + port),
                        config.site().publicUrl());
        bots.start(background::wake);
        ready = true;
    }

    /** A bank that the program carries does not change; one in a folder does. */
    private void watch(BankReload reload) {
        started.push(reload);
        reload.start();
        bankFaults = () -> reload.faults().stream().map(Fault::toString).toList();
    }

    private Database openDatabase() {
        Config.Server server = config.server();
        if (server == null) {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(config.home());
            started.push(embedded);
            server = new Config.Server(embedded.jdbcUrl(), embedded.user(), embedded.password());
        }
        Database database = Databases.open(server);
        started.push(database);
        return database;
    }

    private void tick(Database database, Application application) {
        try {
            List<Tick> ticks = List.of(
                    new Tick(
                            "daily-quiz",
                            Duration.ofMinutes(1),
                            Missed.LET_GO,
                            figures.tick("daily-quiz", application.dailyQuiz()::sweep)),
                    new Tick("groups", Duration.ofMinutes(1), Missed.LET_GO, application.groups()::sweep),
                    new Tick(
                            "standings",
                            Duration.ofMinutes(1),
                            Missed.LET_GO,
                            figures.tick("standings", application.weeklyBoard()::post)),
                    new Tick("fitting", Duration.ofDays(1), Missed.MADE_UP, application.fitting()::run),
                    new Tick("calibration", Duration.ofDays(1), Missed.MADE_UP, application.calibrating()::run),
                    new Tick("cleanup", Duration.ofDays(1), Missed.MADE_UP, application.cleanup()::run));
            started.push(Ticker.start(new QuartzConnections(database), ticks));
        } catch (SchedulerException fault) {
            throw new IllegalStateException("the scheduler did not start", fault);
        }
    }

    private List<Routes> routes(
            Database database,
            LocalClock localClock,
            Application application,
            Sender platformSender,
            DatabasePulse pulse) {
        List<Routes> routes = new ArrayList<>(List.of(
                new Metrics(figures::scrape),
                new Health(() -> ready && pulse.beats()),
                new BankHealth(bankFaults),
                new DeliveryHealth(platformSender::backlog)));
        if (config.platforms().localChat()) {
            routes.add(localChat(database, localClock, application));
        }
        URI known = config.site().publicUrl();
        routes.add(new Pages(
                application.pageAccess(),
                application.dashboards(),
                config.platforms().localChat(),
                known != null && "https".equals(known.getScheme())));
        return routes;
    }

    private LocalChat localChat(Database database, LocalClock localClock, Application application) {
        Transcript transcript = new Transcript(database, localClock);
        Map<String, Messenger> local =
                Map.of(LocalMessenger.PLATFORM, figures.watch(LocalMessenger.PLATFORM, new LocalMessenger(transcript)));
        Sender sender = new Sender(database, database.clock(), local, new SecureRandom());
        TimeMachine timeMachine = new TimeMachine(localClock, application.dailyQuiz());
        return new LocalChat(
                application.conversation()::handle, sender::drain, transcript, localClock, timeMachine::advance);
    }

    private void open(List<Routes> routes) {
        try {
            WebServer server =
                    WebServer.start(config.site().listen(), config.site().port(), routes);
            started.push(server);
            port = server.port();
        } catch (PortUnavailableException taken) {
            throw new CannotStart(
                    "Port " + config.site().port() + " of this machine is taken; stop the program that uses it, or set"
                            + " MESHQUIZ_PORT to another one",
                    taken);
        }
    }

    private static Bank sound(CompletableFuture<BankReading> reading) {
        try {
            BankReading read = reading.join();
            if (!read.faults().isEmpty()) {
                throw new BrokenBank(read.faults());
            }
            return read.bank();
        } catch (CompletionException fault) {
            throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
        }
    }

    private static void background(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
