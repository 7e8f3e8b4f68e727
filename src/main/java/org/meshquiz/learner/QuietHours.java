package org.meshquiz.learner;

import java.time.LocalTime;

/**
 * Hours in which nobody is written to unasked, in the person's own time; they may span midnight.
 *
 * @param from the first quiet minute
 * @param until the first minute after them; equal to {@code from} when there are none
 */
public record QuietHours(LocalTime from, LocalTime until) {
    public static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

    /** Whether that time of day is quiet. */
    public boolean contains(LocalTime time) {
        if (from.equals(until)) {
            return false;
        }
        boolean afterStart = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(until);
        return from.isBefore(until) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }
}
