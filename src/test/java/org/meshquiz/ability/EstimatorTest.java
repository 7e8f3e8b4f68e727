package org.meshquiz.ability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected numbers come from the reference conversation golden.jsonl (its person "ann"). */
class EstimatorTest {
    private static final Offset<Double> REFERENCE = within(1e-4);

    private final Item easy = Item.labelled("q00", Band.JUNIOR, Format.single(4), "t0");
    private final Item middle = Item.labelled("q05", Band.MIDDLE, Format.single(3), "t2");
    private final Item senior = Item.labelled("q09", Band.SENIOR, Format.single(3), "t0");

    @Test
    void aRightAnswerToAnEasyQuestionRaisesTheEstimateALittle() {
        Posterior posterior = Estimator.observe(Posterior.prior(), easy, Evidence.NONE, Observation.first(true))
                .posterior();
        assertThat(posterior.bands()).containsExactly(new double[] {0.178904, 0.378167, 0.32608, 0.116849}, REFERENCE);
        assertThat(posterior.mean()).isCloseTo(0.1689, REFERENCE);
        assertThat(posterior.sd()).isCloseTo(0.9505, REFERENCE);
    }

    @Test
    void threeFirstMeetingsGiveTheReferenceEstimate() {
        Posterior posterior = Posterior.prior();
        posterior = Estimator.observe(posterior, easy, Evidence.NONE, Observation.first(true))
                .posterior();
        posterior = Estimator.observe(posterior, middle, Evidence.NONE, Observation.first(true))
                .posterior();
        posterior = Estimator.observe(posterior, senior, Evidence.NONE, Observation.first(false))
                .posterior();
        assertThat(posterior.bands()).containsExactly(new double[] {0.181703, 0.431113, 0.320107, 0.067077}, REFERENCE);
        assertThat(posterior.mean()).isCloseTo(0.0539, REFERENCE);
        assertThat(posterior.sd()).isCloseTo(0.845, REFERENCE);
    }

    @Test
    void anImmediateRepeatThatIsSurelyRememberedChangesAlmostNothing() {
        Estimator.Update first = Estimator.observe(Posterior.prior(), senior, Evidence.NONE, Observation.first(false));
        Estimator.Update repeat = Estimator.update(
                first.posterior(), Duration.ZERO, senior, first.evidence(), new Observation(true, 0.97));
        assertThat(repeat.posterior().mean()).isCloseTo(first.posterior().mean(), within(0.001));
    }
}
