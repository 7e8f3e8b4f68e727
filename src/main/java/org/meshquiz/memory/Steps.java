package org.meshquiz.memory;

import java.time.Duration;
import java.util.List;

/**
 * The short waits before a question comes back after days.
 *
 * @param learning waits of a new question; empty if it comes back after days at once
 * @param relearning waits of a forgotten question; empty likewise
 */
public record Steps(List<Duration> learning, List<Duration> relearning) {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** The usual ones: 1 and 10 minutes for a new question, 10 minutes for a forgotten one. */
    public static final Steps DEFAULT =
            new Steps(List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)), List.of(Duration.ofMinutes(10)));

    public Steps {
        learning = List.copyOf(learning);
        relearning = List.copyOf(relearning);
        demandFitting("learning", learning);
        demandFitting("relearning", relearning);
    }

    private static void demandFitting(String name, List<Duration> waits) {
        if (waits.stream().anyMatch(wait -> wait.isNegative() || wait.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("one of the " + name + " steps " + waits + " is negative or longer than "
                    + LONGEST.toDays() + " days; give waits of minutes");
        }
    }
}
