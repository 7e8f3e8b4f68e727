package org.meshquiz.ability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void aQuestionTellsMostAboutThoseWhoStandNearIt() {
        Posterior middle = Posterior.prior(new Population(-0.2, 0.4));
        double near = Selection.information(middle, item("near", Band.MIDDLE, "t"));
        double far = Selection.information(middle, item("far", Band.EXPERT, "t"));
        assertThat(near).isGreaterThan(2 * far).isPositive();
    }

    @Test
    void aTypedQuestionTellsMoreThanOneWithFourOptions() {
        Item typed = Item.labelled("typed", Band.SENIOR, Format.typed(), "t");
        assertThat(Selection.information(Posterior.prior(), typed))
                .isGreaterThan(Selection.information(Posterior.prior(), item("single", Band.SENIOR, "t")));
    }

    @Test
    void theInformationIsWhatTheAnswerIsExpectedToTakeFromTheDoubt() {
        Item item = item("q", Band.SENIOR, "t");
        Posterior before = Posterior.prior();
        Posterior right = Estimator.observe(before, item, Evidence.NONE, Observation.first(true))
                .posterior();
        Posterior wrong = Estimator.observe(before, item, Evidence.NONE, Observation.first(false))
                .posterior();
        double chance = 0;
        for (int point = 0; point < Grid.SIZE; point++) {
            chance += before.mass(point) * item.right(point);
        }
        double gained = entropy(before) - chance * entropy(right) - (1 - chance) * entropy(wrong);
        assertThat(Selection.information(before, item)).isCloseTo(gained, within(1e-6));
    }

    @Test
    void noDomainIsAheadOfTheLeastCoveredByMoreThanOne() {
        List<Item> left = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            left.add(item("q" + n, n < 20 ? Band.MIDDLE : Band.EXPERT, n < 20 ? "mtls" : "install"));
        }
        Map<String, Integer> met = new HashMap<>();
        Random random = new Random(1);
        for (int n = 0; n < 20; n++) {
            Item next = Selection.next(Posterior.prior(), left, topic -> met.getOrDefault(topic, 0), random)
                    .orElseThrow();
            left.remove(next);
            met.merge(next.topic(), 1, Integer::sum);
            assertThat(met.getOrDefault("mtls", 0) - met.getOrDefault("install", 0))
                    .isBetween(-1, 1);
        }
    }

    @Test
    void peopleDoNotAllMeetTheSameQuestion() {
        List<Item> items = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            items.add(item("q" + n, Band.ofRank(n % 4), "t"));
        }
        Set<String> chosen = new HashSet<>();
        for (int person = 0; person < 50; person++) {
            chosen.add(Selection.next(Posterior.prior(), items, topic -> 0, new Random(person))
                    .orElseThrow()
                    .id());
        }
        assertThat(chosen).hasSize(5);
    }

    @Test
    void withoutQuestionsThereIsNone() {
        assertThat(Selection.next(Posterior.prior(), List.of(), topic -> 0, new Random(1)))
                .isEmpty();
    }

    private static Item item(String id, Band label, String topic) {
        return Item.labelled(id, label, Format.single(4), topic);
    }

    private static double entropy(Posterior belief) {
        double sum = 0;
        for (double mass : belief.masses()) {
            sum -= mass > 0 ? mass * Math.log(mass) : 0;
        }
        return sum;
    }
}
