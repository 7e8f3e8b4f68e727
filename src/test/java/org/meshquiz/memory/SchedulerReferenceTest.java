package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meshquiz.memory.Scheduler.Scheduled;

/** The scheduler against every step of the {@link ReferenceHistories}. */
class SchedulerReferenceTest {
    private static final Map<String, Phase> PHASES =
            Map.of("LEA", Phase.LEARNING, "REV", Phase.REVIEW, "REL", Phase.RELEARNING);
    private static final double TOLERANCE = 1e-9;
    private static final long SECONDS_A_DAY = 86_400;

    @Test
    void everyStepOfEveryHistoryIsTheReferences() {
        List<JsonNode> histories = ReferenceHistories.all();
        assertThat(histories).hasSize(1600);
        histories.forEach(SchedulerReferenceTest::replay);
    }

    private static void replay(JsonNode history) {
        Scheduler scheduler = ReferenceHistories.scheduler(history);
        Fsrs fsrs = ReferenceHistories.fsrs(history);
        JsonNode steps = history.get("steps");
        Scheduled now = scheduler.first(rating(steps.get(0)));
        compare(now, steps.get(0), place(history, 0));
        for (int i = 1; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            long seconds = step.get("t").asLong() - steps.get(i - 1).get("t").asLong();
            int days = (int) (seconds / SECONDS_A_DAY);
            assertThat(fsrs.retrievability(days, now.card().memory().stability()))
                    .as(place(history, i))
                    .isCloseTo(step.get("r").asDouble(), within(TOLERANCE));
            now = scheduler.next(now.card(), days, rating(step));
            compare(now, step, place(history, i));
        }
    }

    private static void compare(Scheduled now, JsonNode expected, String place) {
        Card card = now.card();
        double stability = expected.get("s").asDouble();
        assertThat(card.memory().stability()).as(place).isCloseTo(stability, within(stability * TOLERANCE));
        assertThat(card.memory().difficulty())
                .as(place)
                .isCloseTo(expected.get("d").asDouble(), within(TOLERANCE));
        assertThat(now.due())
                .as(place)
                .isEqualTo(Duration.ofSeconds(expected.get("due").asLong()));
        assertThat(card.phase())
                .as(place)
                .isEqualTo(PHASES.get(expected.get("st").asText()));
        assertThat(card.step()).as(place).isEqualTo(expected.get("step").asInt(0));
    }

    private static Rating rating(JsonNode step) {
        return Rating.ofGrade(step.get("g").asInt());
    }

    private static String place(JsonNode history, int step) {
        return "history %s, step %d".formatted(history.get("id"), step);
    }
}
