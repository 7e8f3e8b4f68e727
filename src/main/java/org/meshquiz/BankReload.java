package org.meshquiz;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.BankReader;
import org.meshquiz.bank.BankReading;
import org.meshquiz.bank.Fault;
import org.meshquiz.bank.FolderState;
import org.meshquiz.quiz.BankHistory;
import org.meshquiz.quiz.Catalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up what authors change in the bank's folder, without a restart and all or nothing: while anything is wrong, the
 * bank from before goes on serving. Each node watches its own folder, for each serves from its own.
 */
final class BankReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BankReload.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Path folder;
    private final BankHistory history;
    private final Catalog catalog;
    private final ScheduledExecutorService watch;
    private @Nullable FolderState read;
    private @Nullable FolderState seen;
    private volatile List<Fault> faults = List.of();

    /**
     * @param folder a folder on disk
     * @param read what it looked like before the catalog's bank was read from it
     */
    BankReload(Path folder, @Nullable FolderState read, BankHistory history, Catalog catalog) {
        this.folder = folder;
        this.history = history;
        this.catalog = catalog;
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "bank-reload");
            thread.setDaemon(true);
            return thread;
        });
        this.read = read;
        this.seen = read;
    }

    /** Looks at the folder every few seconds from now on. */
    void start() {
        Future<?> unused = watch.scheduleWithFixedDelay(
                this::tick, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What keeps the newest state of the folder from being served; empty when it is served. */
    List<Fault> faults() {
        return faults;
    }

    /** Looks once. A change is taken up when it has not changed further since the look before: authors save in parts. */
    void tick() {
        try {
            FolderState now = look(folder);
            boolean settled = now != null && now.equals(seen);
            seen = now;
            if (now != null && settled && !now.equals(read)) {
                read = now;
                reload();
            }
        } catch (RuntimeException fault) {
            read = null;
            LOG.warn("The bank's folder was not taken up and is tried again", fault);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private void reload() {
        BankReading reading = BankSource.read(folder, BankReader::read);
        faults = List.copyOf(reading.faults());
        if (faults.isEmpty()) {
            catalog.replace(history.record(reading.bank()));
            LOG.info(
                    "The bank was read again: {} questions",
                    reading.bank().questions().size());
        } else {
            LOG.warn("The bank's folder has {} faults; the bank from before goes on serving", faults.size());
            faults.forEach(fault -> LOG.warn("{}", fault));
        }
    }

    /** What the folder looks like now; null when it is not there. */
    static @Nullable FolderState look(Path folder) {
        try {
            return FolderState.of(folder);
        } catch (IOException gone) {
            return null;
        }
    }
}
