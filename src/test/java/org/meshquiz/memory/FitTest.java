package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshquiz.memory.ChatAnswer.Confidence;

/** Logs are simulated, so that the parameters behind them are known. */
class FitTest {
    private static final Parameters FORGETFUL = usualBut(0.1, 1.2, 2.2);
    private static final Parameters RETENTIVE = usualBut(0.5, 9, 1.4);
    private static final Parameters USUAL = Parameters.DEFAULT;

    static Stream<Parameters> truths() {
        return Stream.of(FORGETFUL, RETENTIVE);
    }

    @ParameterizedTest
    @MethodSource("truths")
    void aFitForetellsNearlyAsWellAsTheTruth(Parameters truth) {
        List<History> log = new SimulatedLog(truth, 0.25, 1).histories(1500, 400);

        Fitted fitted = fit(1).pooled(log, USUAL).orElseThrow();

        assertThat(fitted.accepted()).isTrue();
        assertThat(fitted.lossAfter()).isLessThan(fitted.lossBefore());
        assertThat(fitted.lossAfter()).isCloseTo(LogLoss.mean(truth, log, newestFifth(log)), within(0.001));
    }

    @Test
    void theNewestFifthOfTheReviewsIsHeldOut() {
        List<History> log = new SimulatedLog(RETENTIVE, 0.25, 1).histories(300, 400);

        Fitted fitted = fit(1).pooled(log, USUAL).orElseThrow();

        int all = fitted.trained() + fitted.heldOut();
        assertThat(all).isEqualTo(History.longTerm(log).size());
        assertThat(fitted.heldOut() / (double) all).isCloseTo(0.2, within(0.01));
        assertThat(fitted.lossBefore()).isEqualTo(LogLoss.mean(USUAL, log, newestFifth(log)));
        assertThat(fitted.lossAfter()).isEqualTo(LogLoss.mean(fitted.parameters(), log, newestFifth(log)));
    }

    @Test
    void parametersThatForetellTheNewestReviewsWorseAreRejected() {
        // For months every answer is wrong; in the newest reviews every one is right.
        List<History> log = IntStream.range(0, 300)
                .mapToObj(i -> history(day -> day >= 80, 0, 20, 40, 60, 80))
                .toList();

        Fitted fitted = fit(1).pooled(log, USUAL).orElseThrow();

        assertThat(fitted.accepted()).isFalse();
        assertThat(fitted.parameters()).isEqualTo(USUAL);
        assertThat(fitted.lossAfter()).isGreaterThan(fitted.lossBefore());
    }

    @Test
    void tooFewReviewsGiveNoParameters() {
        History four = history(day -> true, 0, 1, 3, 9, 27);
        List<History> nearlyPersonal = Collections.nCopies(49, four);
        List<History> nearlyPooled = Collections.nCopies(249, four);

        assertThat(fit(1).personal(nearlyPersonal, USUAL, USUAL)).isEmpty();
        assertThat(fit(1).pooled(nearlyPooled, USUAL)).isEmpty();
        assertThat(fit(1).personal(List.of(), USUAL, USUAL)).isEmpty();
        assertThat(fit(1).personal(Collections.nCopies(50, four), USUAL, USUAL)).isPresent();
    }

    @Test
    void aPersonKeepsTheTeamsWeightsWhereTheirAnswersTellNothing() {
        double[] weights = USUAL.toArray();
        weights[15] = 0.4;
        weights[16] = 2.5;
        List<History> own = new SimulatedLog(RETENTIVE, 0.25, 1).histories(400, 400);

        Fitted fitted = fit(1).personal(own, Parameters.of(weights), USUAL).orElseThrow();

        assertThat(fitted.accepted()).isTrue();
        assertThat(fitted.parameters().weight(15)).isEqualTo(0.4);
        assertThat(fitted.parameters().weight(16)).isEqualTo(2.5);
        assertThat(fitted.parameters().weight(8)).isNotEqualTo(weights[8]);
    }

    @Test
    void luckTakenForKnowledgeOverstatesStability() {
        List<History> log = new SimulatedLog(USUAL, 0.5, 1).histories(1000, 400);
        List<History> naive = log.stream().map(FitTest::withoutLuck).toList();

        Parameters aware = new Training(log, 1, share -> {}).run(USUAL);
        Parameters deceived = new Training(naive, 1, share -> {}).run(USUAL);

        assertThat(deceived.weight(0)).isGreaterThan(2 * aware.weight(0));
    }

    @Test
    void theSameLogAndSeedGiveTheSameParameters() {
        List<History> log = new SimulatedLog(RETENTIVE, 0.25, 1).histories(300, 400);
        Parameters once = fit(1).pooled(log, USUAL).orElseThrow().parameters();

        assertThat(fit(1).pooled(log, USUAL).orElseThrow().parameters()).isEqualTo(once);
        assertThat(fit(2).pooled(log, USUAL).orElseThrow().parameters()).isNotEqualTo(once);
    }

    @Test
    void progressRisesToTheEnd() {
        List<Double> shares = new ArrayList<>();
        new Fit(1, shares::add).pooled(new SimulatedLog(RETENTIVE, 0.25, 1).histories(300, 400), USUAL);

        assertThat(shares).isSortedAccordingTo(Comparator.naturalOrder()).hasSizeGreaterThan(10);
        assertThat(shares.get(0)).isZero();
        assertThat(shares.get(shares.size() - 1)).isEqualTo(1);
    }

    private static Fit fit(long seed) {
        return new Fit(seed, share -> {});
    }

    private static Instant newestFifth(List<History> log) {
        List<Instant> moments = History.longTerm(log);
        return moments.get((int) (0.8 * moments.size()));
    }

    private static History history(IntPredicate correct, int... days) {
        Instant start = Instant.parse("2026-01-01T12:00:00Z");
        List<Review> reviews = IntStream.of(days)
                .mapToObj(day -> new Review(
                        start.plus(Duration.ofDays(day)), new ChatAnswer(correct.test(day), 0, Confidence.PLAIN)))
                .toList();
        return new History(reviews, ZoneOffset.UTC);
    }

    private static History withoutLuck(History history) {
        List<Review> reviews = IntStream.range(0, history.size())
                .mapToObj(i -> new Review(
                        history.at(i), new ChatAnswer(history.answer(i).correct(), 0, Confidence.PLAIN)))
                .toList();
        return new History(reviews, ZoneOffset.UTC);
    }

    /** The usual parameters with other first stabilities and another growth. */
    private static Parameters usualBut(double again, double good, double growth) {
        double[] weights = Parameters.DEFAULT.toArray();
        weights[0] = again;
        weights[2] = good;
        weights[8] = growth;
        return Parameters.of(weights);
    }
}
