package org.meshquiz.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waits between tries, which end at once when the work is to end. Safe for several threads. */
final class Pauses implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits; true when the work is to end. */
    boolean closedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /**
     * How long to wait after that many failures in a row: longer each time, and never the same for two nodes.
     *
     * @param failures counted from 1
     * @param longest the longest wait
     */
    static Duration backOff(int failures, Duration longest) {
        long most = Math.min(longest.toMillis(), 250L << Math.min(failures, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
