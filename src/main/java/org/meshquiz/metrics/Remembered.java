package org.meshquiz.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is asked for anew when it is old. One that cannot be had leaves the last one standing, and is not asked for
 * again at once. Thread-safe.
 */
final class Remembered<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final Callable<T> source;
    private final long freshNanos;
    private Optional<T> last = Optional.empty();
    private long askedAt;
    private boolean asked;

    Remembered(Callable<T> source, Duration fresh) {
        this.source = source;
        this.freshNanos = fresh.toNanos();
    }

    /** The value; empty while it could not be had yet. */
    synchronized Optional<T> get() {
        if (!asked || System.nanoTime() - askedAt > freshNanos) {
            try {
                last = Optional.of(source.call());
            } catch (Exception fault) {
                LOG.debug("The figures cannot be read: {}", fault.getClass().getName());
            }
            asked = true;
            askedAt = System.nanoTime();
        }
        return last;
    }
}
