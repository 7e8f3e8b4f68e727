package org.meshquiz.chat;

import java.time.Duration;

/**
 * How much may be sent: that many messages at once, and one more each time the interval has passed.
 *
 * @param scope what is counted together
 * @param burst messages that may go at once after a rest, at least 1
 * @param interval time after which one more may go
 */
public record Limit(Scope scope, int burst, Duration interval) {

    /** What is counted together under one limit; of several bots each has its own. */
    public enum Scope {
        /** The messages of one chat. */
        CHAT,
        /** The messages of one group, for platforms that limit groups in another way as well. */
        GROUP,
        /** All edits of a bot. */
        EDITS,
        /** All that a bot sends. */
        ALL
    }

    public Limit {
        if (burst < 1 || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("a limit of " + burst + " at once and one more each " + interval
                    + " would let nothing or everything pass; allow at least 1, and an interval above 0");
        }
    }
}
