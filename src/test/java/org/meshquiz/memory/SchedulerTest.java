package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.memory.Scheduler.Scheduled;

/** The branches of the steps, with waits in seconds. */
class SchedulerTest {
    private static final MemoryState STATE = new MemoryState(5, 5);

    @ParameterizedTest(name = "Hard on step {1} of {0}: {2} s")
    @CsvSource({
        "'60', 0, 90000",
        "'61', 0, 91500",
        "'60 600', 0, 330000",
        "'60 601', 0, 330500",
        "'60 600 3600', 0, 330000",
        "'60 600', 1, 600000",
        "'60 600 3600', 2, 3600000"
    })
    void hardStaysOnItsStep(String waits, int step, long millis) {
        Scheduled hard = withLearning(waits).next(new Card(Phase.LEARNING, step, STATE), 0, Rating.HARD);

        assertThat(hard.due()).isEqualTo(Duration.ofMillis(millis));
        assertThat(hard.card().step()).isEqualTo(step);
        assertThat(hard.card().phase()).isSameAs(Phase.LEARNING);
    }

    @Test
    void goodGoesAStepFurtherAndGraduatesFromTheLast() {
        Scheduler scheduler = withLearning("60 600");

        Scheduled second = scheduler.first(Rating.GOOD);
        assertThat(second.card().step()).isEqualTo(1);
        assertThat(second.due()).isEqualTo(Duration.ofMinutes(10));

        Scheduled graduated = scheduler.next(second.card(), 0, Rating.GOOD);
        assertThat(graduated.card().phase()).isSameAs(Phase.REVIEW);
        assertThat(graduated.due()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void withoutStepsEvenAMissedQuestionComesBackAfterDays() {
        Scheduler scheduler = withLearning("");

        assertThat(scheduler.first(Rating.AGAIN).card().phase()).isSameAs(Phase.REVIEW);
        assertThat(scheduler.first(Rating.AGAIN).due()).isEqualTo(Duration.ofDays(1));
        Scheduled lapsed = scheduler.next(new Card(Phase.REVIEW, 0, STATE), 9, Rating.AGAIN);
        assertThat(lapsed.card().phase()).isSameAs(Phase.REVIEW);
        assertThat(lapsed.due()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aLapseGoesThroughTheRelearningSteps() {
        Scheduler scheduler = scheduler(new Steps(List.of(), List.of(Duration.ofSeconds(30), Duration.ofMinutes(5))));

        Scheduled lapsed = scheduler.next(new Card(Phase.REVIEW, 0, STATE), 9, Rating.AGAIN);
        assertThat(lapsed.card().phase()).isSameAs(Phase.RELEARNING);
        assertThat(lapsed.due()).isEqualTo(Duration.ofSeconds(30));

        Scheduled good = scheduler.next(lapsed.card(), 0, Rating.GOOD);
        assertThat(good.card().phase()).isSameAs(Phase.RELEARNING);
        assertThat(good.due()).isEqualTo(Duration.ofMinutes(5));
        assertThat(scheduler.next(good.card(), 0, Rating.GOOD).card().phase()).isSameAs(Phase.REVIEW);
        assertThat(scheduler.next(good.card(), 0, Rating.AGAIN).card().step()).isZero();
        assertThat(scheduler.next(lapsed.card(), 0, Rating.EASY).card().phase()).isSameAs(Phase.REVIEW);
    }

    @Test
    void aCardBeyondAListThatGotShorterGraduatesUnlessMissed() {
        Scheduler scheduler = withLearning("60");
        Card beyond = new Card(Phase.LEARNING, 3, STATE);

        assertThat(scheduler.next(beyond, 0, Rating.HARD).card().phase()).isSameAs(Phase.REVIEW);
        assertThat(scheduler.next(beyond, 0, Rating.GOOD).card().phase()).isSameAs(Phase.REVIEW);
        assertThat(scheduler.next(beyond, 0, Rating.AGAIN).card()).satisfies(card -> {
            assertThat(card.phase()).isSameAs(Phase.LEARNING);
            assertThat(card.step()).isZero();
        });
    }

    @Test
    void stepsWithoutSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> withLearning("-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Card(Phase.LEARNING, -1, STATE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Card(Phase.REVIEW, 1, STATE));
    }

    private static Scheduler withLearning(String seconds) {
        List<Duration> waits = Stream.of(seconds.split(" "))
                .filter(wait -> !wait.isEmpty())
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait)))
                .toList();
        return scheduler(new Steps(waits, List.of()));
    }

    private static Scheduler scheduler(Steps steps) {
        return new Scheduler(new Fsrs(Parameters.DEFAULT), 0.9, 36_500, steps);
    }
}
