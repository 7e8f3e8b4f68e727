package org.meshquiz.learner;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a person wants to be asked.
 *
 * @param hour local time of the daily quiz
 * @param daysOff weekdays without one
 * @param quiet hours in which nothing is sent unasked
 * @param dailyLimit questions a day at most, 1 to 50
 * @param newShare share of questions not seen before in a daily quiz, 0 to 1
 * @param retention wished chance of recall when a question comes back, 0.80 to 0.95
 * @param reminders whether they are reminded, once, of a daily quiz that they have not begun
 */
public record Preferences(
        LocalTime hour,
        Set<DayOfWeek> daysOff,
        QuietHours quiet,
        int dailyLimit,
        double newShare,
        double retention,
        boolean reminders) {

    /** What a new person gets: ten in the morning on working days, five questions, two of them new. */
    public static final Preferences DEFAULT = new Preferences(
            LocalTime.of(10, 0),
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            QuietHours.NIGHT,
            5,
            0.4,
            0.90,
            false);

    public Preferences {
        daysOff = Set.copyOf(daysOff);
        demand(dailyLimit >= 1 && dailyLimit <= 50, "a daily limit of " + dailyLimit + " is outside 1 to 50");
        demand(newShare >= 0 && newShare <= 1, "a share of new questions of " + newShare + " is outside 0 to 1");
        demand(retention >= 0.80 && retention <= 0.95, "a retention of " + retention + " is outside 0.80 to 0.95");
    }

    public Preferences withHour(LocalTime changed) {
        return new Preferences(changed, daysOff, quiet, dailyLimit, newShare, retention, reminders);
    }

    public Preferences withDaysOff(Set<DayOfWeek> changed) {
        return new Preferences(hour, changed, quiet, dailyLimit, newShare, retention, reminders);
    }

    public Preferences withDailyLimit(int changed) {
        return new Preferences(hour, daysOff, quiet, changed, newShare, retention, reminders);
    }

    public Preferences withReminders(boolean changed) {
        return new Preferences(hour, daysOff, quiet, dailyLimit, newShare, retention, changed);
    }

    private static void demand(boolean fine, String fault) {
        if (!fine) {
            throw new IllegalArgumentException(fault);
        }
    }
}
