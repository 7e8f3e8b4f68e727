package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Updates that wait for the bot. Those below the offset that was asked for are forgotten. */
final class UpdateQueue {
    private static final int MOST = 100;

    private final List<JsonNode> waiting = new ArrayList<>();
    private long nextId = 1_000_001;
    private long confirmedBelow;
    private int poller;
    private boolean closed;

    /** Adds an update under the next id and returns that id. */
    synchronized long add(ObjectNode update) {
        long id = nextId++;
        ObjectNode numbered = JsonNodeFactory.instance.objectNode().put("update_id", id);
        numbered.setAll(update);
        addRaw(numbered);
        return id;
    }

    /** Adds anything at all, under whatever id it has. */
    synchronized void addRaw(JsonNode update) {
        waiting.add(update);
        notifyAll();
    }

    /** Reserves the next id. */
    synchronized long takeId() {
        return nextId++;
    }

    /** The offset that was confirmed last. */
    synchronized long confirmedBelow() {
        return confirmedBelow;
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Ends whatever poll waits. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** {@code getUpdates}: a newer poll ends an older one with 409. */
    synchronized ArrayNode poll(long offset, int limit, long timeoutSeconds) {
        int me = ++poller;
        notifyAll();
        if (offset > 0) {
            waiting.removeIf(update -> update.path("update_id").asLong(Long.MAX_VALUE) < offset);
            confirmedBelow = offset;
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        while (waiting.isEmpty() && me == poller && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (me != poller) {
            throw new Refused(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        int most = limit > 0 ? Math.min(limit, MOST) : MOST;
        waiting.stream().limit(most).forEach(answer::add);
        return answer;
    }
}
