package org.meshquiz.quiz;

import java.time.Duration;

/**
 * How sending goes, for the operator.
 *
 * @param waiting messages that wait
 * @param oldest how long the oldest of them has waited; zero when none waits
 * @param unknown messages of the last {@link #PERIOD} that may or may not have arrived
 * @param failed messages of that time that were set aside; the log has the reason of each
 */
public record Backlog(long waiting, Duration oldest, long unknown, long failed) {
    /** How far trouble is looked back upon. */
    public static final Duration PERIOD = Duration.ofDays(1);
}
