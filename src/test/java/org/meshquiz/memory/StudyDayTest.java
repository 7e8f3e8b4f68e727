package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyDayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} in {1} belongs to {2}")
    @CsvSource({
        "2026-01-10T02:59:59Z, Europe/Berlin,   2026-01-09",
        "2026-01-10T03:00:00Z, Europe/Berlin,   2026-01-10",
        "2026-01-10T22:59:59Z, Asia/Vladivostok, 2026-01-11",
        "2026-01-10T17:59:59Z, Asia/Vladivostok, 2026-01-10",
        "2026-01-10T11:59:59Z, America/Los_Angeles, 2026-01-09",
        "2026-01-10T12:00:00Z, America/Los_Angeles, 2026-01-10"
    })
    void aDayBeginsAtFourLocalTime(Instant at, ZoneId zone, LocalDate day) {
        assertThat(StudyDay.of(at, zone)).isEqualTo(day);
    }

    /** Clocks went from 2 to 3 in the night: 4 o'clock is 2 hours UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:59:59Z, 2026-03-28",
        "2026-03-29T02:00:00Z, 2026-03-29",
        "2026-03-29T02:30:00Z, 2026-03-29",
        "2026-03-30T01:59:59Z, 2026-03-29",
        "2026-03-30T02:00:00Z, 2026-03-30"
    })
    void theDayWithALostHourBeginsAtFour(Instant at, LocalDate day) {
        assertThat(StudyDay.of(at, BERLIN)).isEqualTo(day);
    }

    /** Clocks went from 3 back to 2 in the night: 4 o'clock is 3 hours UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:30:00Z, 2026-10-24",
        "2026-10-25T01:30:00Z, 2026-10-24",
        "2026-10-25T02:59:59Z, 2026-10-24",
        "2026-10-25T03:00:00Z, 2026-10-25",
        "2026-10-26T02:59:59Z, 2026-10-25"
    })
    void theDayWithOneHourTwiceBeginsAtFour(Instant at, LocalDate day) {
        assertThat(StudyDay.of(at, BERLIN)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-10", "2026-03-29", "2026-10-25"})
    void aDayStartsWhereTheDayBeforeEnds(LocalDate day) {
        Instant start = StudyDay.start(day, BERLIN);
        assertThat(StudyDay.of(start, BERLIN)).isEqualTo(day);
        assertThat(StudyDay.of(start.minusNanos(1), BERLIN)).isEqualTo(day.minusDays(1));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2026-03-28T20:00, 2026-03-29T20:00, 1",
        "2026-03-29T03:30, 2026-03-29T04:00, 1",
        "2026-03-28T04:00, 2026-03-29T03:59, 0",
        "2026-10-24T20:00, 2026-10-25T20:00, 1",
        "2026-10-24T04:00, 2026-10-25T03:59, 0",
        "2026-03-28T23:00, 2026-10-26T01:00, 211",
        "2026-01-10T23:50, 2026-01-11T00:10, 0",
        "2026-01-10T03:50, 2026-01-10T04:10, 1"
    })
    void daysAreCountedOnTheLocalCalendar(LocalDateTime earlier, LocalDateTime later, int days) {
        Instant from = earlier.atZone(BERLIN).toInstant();
        Instant to = later.atZone(BERLIN).toInstant();
        assertThat(StudyDay.between(from, to, BERLIN)).isEqualTo(days);
    }

    @Test
    void aClockSetBackCountsAsTheSameDay() {
        Instant later = Instant.parse("2026-01-10T12:00:00Z");
        assertThat(StudyDay.between(later, later.minusSeconds(864_000), BERLIN)).isZero();
    }
}
