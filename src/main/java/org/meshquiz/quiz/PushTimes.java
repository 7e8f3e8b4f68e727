package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.Preferences;
import org.meshquiz.learner.QuietHours;

/**
 * When daily quizzes come: computed here, in the person's zone, from their date and hour. An hour that the clocks skip
 * becomes the first moment after the gap, or the last minute before it where the gap ends the day; an hour that comes twice
 * is used once, the first time.
 */
public final class PushTimes {
    private static final int DAYS_AHEAD = 15;
    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    private PushTimes() {}

    /** The first push after that moment; empty when every day is a day off. A pause moves it to the pause's end. */
    static Optional<Instant> next(Learner learner, Instant after) {
        Instant from = learner.pausedAt(after).orElse(after);
        return from.equals(Instant.MAX) ? Optional.empty() : next(learner.zone(), learner.preferences(), from);
    }

    /** The first push after that moment on a day that has not had its quiz. */
    static Optional<Instant> nextFree(Learner learner, Instant after, Predicate<LocalDate> taken) {
        Optional<Instant> next = next(learner, after);
        while (next.isPresent() && taken.test(next.get().atZone(learner.zone()).toLocalDate())) {
            next = next(learner, next.get());
        }
        return next;
    }

    /** The first push after that moment for somebody of that zone and those wishes who is not paused. */
    public static Optional<Instant> next(ZoneId zone, Preferences wishes, Instant after) {
        LocalDate first = after.atZone(zone).toLocalDate();
        return first.datesUntil(first.plusDays(DAYS_AHEAD))
                .filter(day -> !wishes.daysOff().contains(day.getDayOfWeek()))
                .flatMap(day -> at(day.atTime(wishes.hour()), zone).stream())
                .filter(after::isBefore)
                .findFirst();
    }

    /**
     * When somebody is not to be written to unasked any more: at the beginning of their next quiet hours, or at the end of
     * their day if that comes first; an hour from now for those who want their quiz inside their quiet hours.
     */
    static Instant silence(Learner learner, Instant now) {
        ZonedDateTime local = now.atZone(learner.zone());
        QuietHours quiet = learner.preferences().quiet();
        if (quiet.contains(local.toLocalTime())) {
            return now.plus(Duration.ofHours(1));
        }
        LocalDate today = local.toLocalDate();
        Instant midnight = today.plusDays(1).atStartOfDay(learner.zone()).toInstant();
        boolean quietLater = !quiet.from().equals(quiet.until()) && quiet.from().isAfter(local.toLocalTime());
        return quietLater ? at(today.atTime(quiet.from()), learner.zone()).orElse(midnight) : midnight;
    }

    /** The push of that local day and hour; empty where the zone skipped the whole day. */
    static Optional<Instant> at(LocalDateTime local, ZoneId zone) {
        LocalDate day = local.toLocalDate();
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null || change.isOverlap()) {
            ZoneOffset offset = zone.getRules().getValidOffsets(local).get(0);
            return Optional.of(local.toInstant(offset));
        }
        return Stream.of(change.getInstant(), change.getInstant().minus(LAST_MINUTE))
                .filter(moment -> moment.atZone(zone).toLocalDate().equals(day))
                .findFirst();
    }
}
