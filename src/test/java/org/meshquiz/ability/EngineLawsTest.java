package org.meshquiz.ability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever is answered: laws that people would miss at once if an estimate broke them. */
class EngineLawsTest {
    private static final String SKILL = "istio";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final int QUESTIONS = 40;

    private final Engine engine = new Engine();

    /** An answer to be given: to which question, whether right, and how well it was remembered. */
    private record Given(int question, Observation observation) {}

    @BeforeEach
    void addQuestions() {
        engine.reset(5);
        for (int number = 0; number < QUESTIONS; number++) {
            Format format = number % 3 == 0 ? Format.typed() : Format.single(4);
            engine.add(SKILL, Item.labelled("q" + number, Band.ofRank(number % 4), format, "t" + number % 5));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersOfOneMomentGiveTheSameEstimateInAnyOrder(long seed) {
        Random random = new Random(seed);
        List<Given> answers = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            answers.add(new Given(random.nextInt(QUESTIONS), Observation.first(random.nextBoolean())));
        }
        answers.forEach(answer -> give("ann", answer, NOW));
        Collections.shuffle(answers, random);
        answers.forEach(answer -> give("bob", answer, NOW));

        assertThat(bands("bob", NOW)).containsExactly(bands("ann", NOW), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRightAnswerNeverLowersTheChanceOfALevelAndAWrongOneNeverRaisesIt(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            double[] before = atLeast("ann");
            boolean correct = random.nextInt(3) > 0;
            give("ann", new Given(random.nextInt(QUESTIONS), new Observation(correct, random.nextDouble())), NOW);
            double[] after = atLeast("ann");
            for (int rank = 1; rank < after.length; rank++) {
                double gain = correct ? after[rank] - before[rank] : before[rank] - after[rank];
                assertThat(gain).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    @Test
    void askingChangesNothing() {
        give("ann", new Given(3, Observation.first(true)), NOW);
        double[] before = bands("ann", NOW);
        Instant later = NOW.plus(Duration.ofDays(900));
        for (int n = 0; n < 20; n++) {
            engine.estimate("ann", SKILL, later);
            engine.next("ann", SKILL, later, n % 2 == 0);
            engine.next("stranger", SKILL, later, true);
        }
        assertThat(bands("ann", NOW)).containsExactly(before);
        assertThat(engine.estimate("stranger", SKILL, NOW).answers()).isZero();
    }

    @Test
    void theLongerNobodyAsksTheWiderTheDoubt() {
        for (int n = 0; n < 20; n++) {
            give("ann", new Given(n, Observation.first(n % 4 < 2)), NOW);
        }
        double narrower = 0;
        for (int days : new int[] {0, 1, 7, 30, 180, 720, 2_000}) {
            double wider = engine.estimate("ann", SKILL, NOW.plus(Duration.ofDays(days)))
                    .posterior()
                    .sd();
            assertThat(wider).isGreaterThan(narrower);
            narrower = wider;
        }
    }

    @Test
    void thirtyRepeatsOfOneEasyQuestionCountForLessThanEightDifferentOnes() {
        give("ann", new Given(0, Observation.first(true)), NOW);
        for (int n = 0; n < 30; n++) {
            give("ann", new Given(0, new Observation(true, 0.9)), NOW);
        }
        for (int n = 0; n < 8; n++) {
            give("bob", new Given(4 * n, Observation.first(true)), NOW);
        }
        assertThat(mean("ann")).isLessThan(mean("bob"));
    }

    @Test
    void aLearnedRepeatSaysAlmostNothing() {
        give("ann", new Given(2, Observation.first(false)), NOW);
        double missed = mean("ann");
        for (int n = 0; n < 10; n++) {
            give("ann", new Given(2, new Observation(true, 0.97)), NOW);
        }
        assertThat(mean("ann")).isCloseTo(missed, within(0.02));
    }

    @Test
    void anAnswerInThePastCountsAsGivenNow() {
        give("ann", new Given(1, Observation.first(true)), NOW);
        give("bob", new Given(1, Observation.first(true)), NOW);
        give("ann", new Given(2, Observation.first(true)), NOW.minus(Duration.ofDays(400)));
        give("bob", new Given(2, Observation.first(true)), NOW);
        assertThat(bands("ann", NOW)).containsExactly(bands("bob", NOW));
    }

    @ParameterizedTest
    @EnumSource(Band.class)
    void whoAnswersLikeALevelIsPlacedThereOrNextToIt(Band level) {
        Random random = new Random(11);
        for (int n = 0; n < QUESTIONS; n++) {
            double knows = 1
                    / (1 + Math.exp(-1.3 * (level.centre() - Band.ofRank(n % 4).centre())));
            give("ann", new Given(n, Observation.first(random.nextDouble() < knows)), NOW);
        }
        int named = engine.estimate("ann", SKILL, NOW).posterior().likeliest().rank();
        assertThat(named).isBetween(level.rank() - 1, level.rank() + 1);
    }

    private void give(String user, Given answer, Instant at) {
        engine.answer(user, "q" + answer.question(), answer.observation(), at);
    }

    private double mean(String user) {
        return engine.estimate(user, SKILL, NOW).posterior().mean();
    }

    private double[] bands(String user, Instant at) {
        return engine.estimate(user, SKILL, at).posterior().bands();
    }

    /** The probability of each level or a higher one. */
    private double[] atLeast(String user) {
        double[] sums = bands(user, NOW);
        for (int rank = sums.length - 2; rank >= 0; rank--) {
            sums[rank] += sums[rank + 1];
        }
        return sums;
    }
}
