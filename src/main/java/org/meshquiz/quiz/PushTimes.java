package org.meshquiz.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.meshquiz.learner.Learner;

/**
 * When daily quizzes come: computed here, in the person's zone, from their date and hour. An hour that the clocks skip
 * becomes the first moment after the gap; an hour that comes twice is used once, the first time.
 */
final class PushTimes {
    private static final int DAYS_AHEAD = 15;

    private PushTimes() {}

    /** The first push after that moment; empty when every day is a day off. A pause moves it to the pause's end. */
    static Optional<Instant> next(Learner learner, Instant after) {
        Instant pausedUntil = learner.pausedAt(after).orElse(after);
        if (pausedUntil.equals(Instant.MAX) || learner.preferences().daysOff().size() == 7) {
            return Optional.empty();
        }
        LocalDate first = pausedUntil.atZone(learner.zone()).toLocalDate();
        return first.datesUntil(first.plusDays(DAYS_AHEAD))
                .filter(day -> !learner.preferences().daysOff().contains(day.getDayOfWeek()))
                .flatMap(day -> at(day, learner).stream())
                .filter(pausedUntil::isBefore)
                .findFirst();
    }

    /** The push of that local day; empty where the zone skipped the whole day. */
    static Optional<Instant> at(LocalDate day, Learner learner) {
        ZoneId zone = learner.zone();
        LocalDateTime local = day.atTime(learner.preferences().hour());
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null || change.isOverlap()) {
            ZoneOffset offset = zone.getRules().getValidOffsets(local).get(0);
            return Optional.of(local.toInstant(offset));
        }
        return change.getDateTimeAfter().toLocalDate().equals(day)
                ? Optional.of(change.getInstant())
                : Optional.empty();
    }
}
