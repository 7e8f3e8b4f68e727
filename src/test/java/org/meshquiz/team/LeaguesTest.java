package org.meshquiz.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.team.Leagues.Player;

class LeaguesTest {

    private static List<Player> unplaced(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> new Player(id, Leagues.NONE, id * 10))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "15, 1", "16, 2", "45, 3", "75, 5", "500, 5"})
    void aLargerTeamHasMoreLeaguesUpToFive(int people, int leagues) {
        assertThat(Leagues.count(people)).isEqualTo(leagues);
    }

    @Test
    void newPeopleGoWhereOthersHaveAsManyPoints() {
        Map<Long, Integer> placed = Leagues.during(unplaced(30));
        assertThat(placed)
                .containsEntry(1L, 1)
                .containsEntry(15L, 1)
                .containsEntry(16L, 2)
                .containsEntry(30L, 2);
    }

    @Test
    void theFirstThreeGoUpAndTheLastThreeGoDown() {
        List<Player> players = new ArrayList<>();
        for (long id = 1; id <= 20; id++) {
            players.add(new Player(id, id <= 10 ? 1 : 2, id % 10));
        }
        Map<Long, Integer> next = Leagues.after(players);
        // In the lower league 9, 8 and 7 lead; in the upper one 20, 11 and 12 are last.
        assertThat(List.of(9L, 8L, 7L)).allSatisfy(id -> assertThat(next).containsEntry(id, 2));
        assertThat(List.of(20L, 11L, 12L)).allSatisfy(id -> assertThat(next).containsEntry(id, 1));
        assertThat(next).containsEntry(5L, 1).containsEntry(15L, 2).containsEntry(19L, 2);
    }

    @Test
    void whoIsEvenWithTheThirdGoesUpAsWellAndNobodyMovesWhereAllAreEven() {
        List<Player> players = new ArrayList<>();
        for (long id = 1; id <= 8; id++) {
            players.add(new Player(id, 1, id >= 5 ? 50 : id));
        }
        for (long id = 11; id <= 20; id++) {
            players.add(new Player(id, 2, 7));
        }
        Map<Long, Integer> next = Leagues.after(players);
        assertThat(List.of(5L, 6L, 7L, 8L)).allSatisfy(id -> assertThat(next).containsEntry(id, 2));
        for (long id = 11; id <= 20; id++) {
            assertThat(next).containsEntry(id, 2);
        }
    }

    @Test
    void theOrderInWhichPeopleAreGivenDoesNotMatter() {
        List<Player> players = new ArrayList<>();
        Random random = new Random(4);
        for (long id = 1; id <= 70; id++) {
            players.add(new Player(id, random.nextInt(6), random.nextInt(30)));
        }
        Map<Long, Integer> expected = Leagues.after(players);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(players, new Random(seed));
            assertThat(Leagues.after(players)).isEqualTo(expected);
        }
    }

    @Test
    void ofAnEmptyTeamNobodyIsPlaced() {
        assertThat(Leagues.after(List.of())).isEmpty();
    }
}
