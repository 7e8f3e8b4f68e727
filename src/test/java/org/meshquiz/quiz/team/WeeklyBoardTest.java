package org.meshquiz.quiz.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.store.GroupChats.Wishes;

class WeeklyBoardTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00:00Z, Europe/Berlin, 2026-11-27T15:00:00Z",
        "2026-11-27T14:59:59Z, Europe/Berlin, 2026-11-27T15:00:00Z",
        "2026-11-27T15:00:00Z, Europe/Berlin, 2026-12-04T15:00:00Z",
        // Thursday evening in the west is Friday in the east.
        "2026-11-26T23:00:00Z, Asia/Tokyo, 2026-11-27T07:00:00Z",
        // The clocks go back, and forth, between the two Fridays.
        "2026-10-23T15:00:00Z, Europe/Berlin, 2026-10-30T15:00:00Z",
        "2027-03-26T15:00:00Z, Europe/Berlin, 2027-04-02T14:00:00Z"
    })
    void theyComeOnTheNextFridayAtFourOfTheGroupsOwnClock(Instant now, String zone, Instant next) {
        assertThat(WeeklyBoard.next(ZoneId.of(zone), WeeklyBoard.hour(Wishes.DEFAULT), now))
                .isEqualTo(next);
    }

    @Test
    void aTeamThatHasChosenAnHourGetsThemThen() {
        LocalTime ten = LocalTime.of(10, 0);
        assertThat(WeeklyBoard.hour(Wishes.DEFAULT.withHour(ten))).isEqualTo(ten);
        Instant monday = Instant.parse("2026-11-23T08:00:00Z");
        assertThat(WeeklyBoard.next(ZoneId.of("Europe/Berlin"), ten, monday))
                .isEqualTo(Instant.parse("2026-11-27T09:00:00Z"));
    }
}
