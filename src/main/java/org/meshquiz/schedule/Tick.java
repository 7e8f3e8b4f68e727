package org.meshquiz.schedule;

import java.time.Duration;

/**
 * Something that happens again and again, on one node of the cluster at a time.
 *
 * @param name its name, the same on every node and in every version
 * @param every how often
 * @param missed what happens when no node was there in time
 * @param work what is done; it has to be safe to be cut short and to be done once more
 */
public record Tick(String name, Duration every, Missed missed, Runnable work) {

    /** What becomes of ticks that were missed. */
    public enum Missed {
        /** Nothing: the next one does their work as well. */
        LET_GO,
        /** One is made up for at once. */
        MADE_UP
    }
}
