package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.meshquiz.store.Database;

/**
 * The clock of the local chat: a person can move it forward to see what comes back tomorrow. It never goes back, and it
 * stays moved after a restart, since answers have been given by it.
 */
public final class LocalClock implements InstantSource {
    /** The longest single step forward. */
    public static final Duration LONGEST_STEP = Duration.ofDays(366);

    private final InstantSource real;
    private final Database database;
    private volatile Duration ahead;

    public LocalClock(InstantSource real, Database database) {
        this.real = real;
        this.database = database;
        this.ahead = database.write(tx -> tx.localChats().clockAhead());
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /**
     * Moves the clock forward.
     *
     * @param by more than nothing and at most {@link #LONGEST_STEP}
     * @return the time it shows now
     * @throws IllegalArgumentException when the step is outside that range
     */
    public synchronized Instant advance(Duration by) {
        check(by);
        ahead = database.write(tx -> tx.localChats().advanceClock(by));
        return instant();
    }

    /** Refuses a step that {@link #advance} would refuse. */
    void check(Duration by) {
        if (by.isZero() || by.isNegative() || by.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("the clock moves forward only, by at most " + LONGEST_STEP.toDays()
                    + " days at once; send for example PT24H");
        }
    }
}
