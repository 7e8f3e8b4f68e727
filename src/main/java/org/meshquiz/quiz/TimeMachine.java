package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves the local chat's clock forward and lets whatever falls due on the way happen at its own moment. */
public final class TimeMachine {
    private final LocalClock clock;
    private final DailyQuiz dailyQuiz;

    public TimeMachine(LocalClock clock, DailyQuiz dailyQuiz) {
        this.clock = clock;
        this.dailyQuiz = dailyQuiz;
    }

    /**
     * Moves forward.
     *
     * @param by as {@link LocalClock#advance} takes it
     * @return the time that the clock shows now
     */
    public synchronized Instant advance(Duration by) {
        clock.check(by);
        Instant target = clock.instant().plus(by);
        Optional<Instant> due = nextDue(target);
        while (due.isPresent()) {
            moveTo(due.get());
            dailyQuiz.sweep();
            due = nextDue(target);
        }
        moveTo(target);
        return clock.instant();
    }

    private Optional<Instant> nextDue(Instant target) {
        return dailyQuiz.firstDue().filter(due -> !due.isAfter(target));
    }

    private void moveTo(Instant moment) {
        Duration ahead = Duration.between(clock.instant(), moment);
        if (ahead.toMillis() > 0) {
            clock.advance(ahead.plusMillis(1));
        }
    }
}
