package org.meshquiz;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.meshquiz.store.Database;

/** Whether the database answers: asked each second in a thread of its own, so that nobody who wants to know waits for it. */
final class DatabasePulse implements AutoCloseable {
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(4);

    private final Database database;
    private final Thread thread = new Thread(this::run, "database-pulse");
    private volatile long answeredAt = System.nanoTime();
    private volatile boolean open = true;

    private DatabasePulse(Database database) {
        this.database = database;
        thread.setDaemon(true);
    }

    static DatabasePulse start(Database database) {
        DatabasePulse pulse = new DatabasePulse(database);
        pulse.thread.start();
        return pulse;
    }

    /** Whether it has answered within the last four seconds. */
    boolean beats() {
        return System.nanoTime() - answeredAt < FRESH.toNanos();
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }

    private void run() {
        while (open) {
            try {
                if (database.clock().instant() != null) {
                    answeredAt = System.nanoTime();
                }
                TimeUnit.MILLISECONDS.sleep(EACH.toMillis());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException away) {
                // That it does not answer is what the pulse tells; whoever needs it logs why. Failing may be fast.
                if (!rested()) {
                    return;
                }
            }
        }
    }

    private static boolean rested() {
        try {
            TimeUnit.MILLISECONDS.sleep(EACH.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
