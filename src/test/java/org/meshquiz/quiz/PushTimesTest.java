package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.learner.Preferences;

class PushTimesTest {
    /** Hours at which clocks change somewhere, and two at which they change nowhere. */
    private static final List<LocalTime> HOURS = Stream.of(
                    "00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "02:45", "03:00", "03:30", "10:00", "23:59")
            .map(LocalTime::parse)
            .toList();

    private static final Preferences EVERY_DAY = Preferences.DEFAULT.withDaysOff(Set.of());

    @Test
    void anHourThatTheClocksSkipBecomesTheFirstMomentAfterTheGap() {
        // Berlin, 29 March 2026: 02:00 is followed by 03:00, which is 01:00 UTC.
        assertThat(PushTimes.at(LocalDateTime.parse("2026-03-29T02:30"), ZoneId.of("Europe/Berlin")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void anHourThatComesTwiceIsUsedTheFirstTime() {
        // Berlin, 25 October 2026: 02:30 comes at 00:30 UTC and again at 01:30 UTC.
        assertThat(PushTimes.at(LocalDateTime.parse("2026-10-25T02:30"), ZoneId.of("Europe/Berlin")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void anHourInAGapThatEndsTheDayBecomesTheLastMinuteBeforeIt() {
        // Greenland, 28 March 2026: 23:00 is followed by midnight, at 01:00 UTC.
        assertThat(PushTimes.at(LocalDateTime.parse("2026-03-28T23:30"), ZoneId.of("America/Nuuk")))
                .contains(Instant.parse("2026-03-29T00:59:00Z"));
    }

    @Test
    void aDayThatAZoneSkippedHasNoPush() {
        // Samoa went from 29 to 31 December 2011.
        assertThat(PushTimes.at(LocalDateTime.parse("2011-12-30T10:00"), ZoneId.of("Pacific/Apia")))
                .isEmpty();
    }

    @Test
    void inEveryZoneThereIsExactlyOnePushEachLocalDayForTwoYears() {
        Set<ZoneRules> rules = new HashSet<>();
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            if (rules.add(zone.getRules())) {
                for (LocalTime hour : HOURS) {
                    assertOnePushEachDay(zone, EVERY_DAY.withHour(hour));
                }
            }
        }
        assertThat(rules).hasSizeGreaterThan(200);
    }

    private static void assertOnePushEachDay(ZoneId zone, Preferences wishes) {
        Instant at = Instant.parse("2025-12-31T23:59:59Z");
        Instant end = Instant.parse("2028-01-01T00:00:00Z");
        LocalDate day = null;
        while (at.isBefore(end)) {
            at = PushTimes.next(zone, wishes, at).orElseThrow();
            LocalDate pushed = at.atZone(zone).toLocalDate();
            if (day != null && !pushed.equals(day.plusDays(1))) {
                throw new AssertionError(zone + " at " + wishes.hour() + ": " + pushed + " follows " + day);
            }
            day = pushed;
        }
    }

    @Test
    void daysOffArePassedOver() {
        Preferences weekdays = Preferences.DEFAULT.withHour(LocalTime.of(9, 0));
        Instant friday = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(PushTimes.next(ZoneId.of("Etc/UTC"), weekdays, friday))
                .contains(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @Test
    void withEveryDayOffThereIsNoPush() {
        Preferences never = Preferences.DEFAULT.withDaysOff(EnumSet.allOf(DayOfWeek.class));
        assertThat(PushTimes.next(ZoneId.of("Etc/UTC"), never, Instant.EPOCH)).isEmpty();
    }

    @Test
    void aPauseMovesThePushBehindItsEnd() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        Learner paused = learner().withPause(Instant.parse("2026-12-07T00:00:00Z"));
        assertThat(PushTimes.next(paused, now)).contains(Instant.parse("2026-12-07T10:00:00Z"));
        assertThat(PushTimes.next(learner().withPause(Instant.MAX), now)).isEmpty();
    }

    private static Learner learner() {
        return new Learner(new LearnerId(1), Locale.ENGLISH, ZoneId.of("Etc/UTC"), EVERY_DAY, Set.of(), null);
    }
}
