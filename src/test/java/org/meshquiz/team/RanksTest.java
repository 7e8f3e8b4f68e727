package org.meshquiz.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static final Map<String, Long> POINTS = Map.of("ann", 9L, "bob", 7L, "cid", 7L, "dan", 7L, "eve", 3L);

    @Test
    void whoIsEvenSharesAPlaceAndThePlacesTheyTakeUpAreLeftOut() {
        for (int seed = 0; seed < 20; seed++) {
            List<String> people = new ArrayList<>(POINTS.keySet());
            Collections.shuffle(people, new Random(seed));
            List<Ranks.Ranked<String>> ranked =
                    Ranks.of(people, person -> POINTS.getOrDefault(person, 0L), Comparator.naturalOrder());
            assertThat(ranked.stream().map(each -> each.place() + each.who()))
                    .containsExactly("1ann", "2bob", "2cid", "2dan", "5eve");
        }
    }
}
