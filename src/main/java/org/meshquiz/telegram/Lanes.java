package org.meshquiz.telegram;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Work in several threads; what has the same number is done in order. Bounded: whoever adds too much waits. */
final class Lanes implements AutoCloseable {
    private static final int MOST_WAITING = 2_000;

    private final List<ExecutorService> lanes;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private volatile boolean closed;

    Lanes(String name, int count) {
        lanes = IntStream.range(0, count)
                .mapToObj(number -> Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task, name + "-" + number);
                    thread.setDaemon(true);
                    return thread;
                }))
                .toList();
    }

    /**
     * Adds a piece of work; waits while there is no room.
     *
     * @return false when the lanes are closed
     */
    boolean add(long order, Runnable work) throws InterruptedException {
        ExecutorService lane = lanes.get(Math.floorMod(Long.hashCode(order), lanes.size()));
        room.acquire();
        try {
            lane.execute(() -> {
                try {
                    if (!closed) {
                        work.run();
                    }
                } finally {
                    room.release();
                }
            });
            return true;
        } catch (RejectedExecutionException closed) {
            room.release();
            return false;
        }
    }

    /** Lets the work under way come to its end and drops what waits: it is stored. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(ExecutorService::shutdown);
        for (ExecutorService lane : lanes) {
            try {
                if (!lane.awaitTermination(5, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
