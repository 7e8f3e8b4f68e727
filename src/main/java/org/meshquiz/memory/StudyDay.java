package org.meshquiz.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The calendar day that a moment counts to for a learner: local days that begin at 4 in the morning, so that an answer
 * given after midnight still belongs to the evening before.
 */
public final class StudyDay {
    private static final LocalTime ROLLOVER = LocalTime.of(4, 0);

    private StudyDay() {}

    /** The study day of a moment. */
    public static LocalDate of(Instant at, ZoneId zone) {
        // The clock on the wall decides, so hours are taken off the local time and not off the instant,
        // which would be an hour out on the two days when clocks change.
        return at.atZone(zone).toLocalDateTime().minusHours(ROLLOVER.getHour()).toLocalDate();
    }

    /** The moment at which a study day begins. */
    public static Instant start(LocalDate day, ZoneId zone) {
        return day.atTime(ROLLOVER).atZone(zone).toInstant();
    }

    /** Whole study days from the earlier to the later moment; 0 within one day, and 0 if the clock went back. */
    public static int between(Instant earlier, Instant later, ZoneId zone) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(of(earlier, zone), of(later, zone)));
    }
}
