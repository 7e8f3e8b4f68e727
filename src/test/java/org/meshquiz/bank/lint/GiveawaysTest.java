package org.meshquiz.bank.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;

/** What somebody scores who knows nothing and looks at the options. */
class GiveawaysTest {
    private static final double EXACT = 1e-12;

    @Test
    void theLongestOptionIsPickedAndEqualsShareTheGuess() {
        List<Item> items = List.of(
                Sample.item("?", "the longest one", "short", "brief"),
                Sample.item("?", "short", "the longest one", "brief"),
                Sample.item("?", "equal", "`same`x", "tiny", "wee"));

        Measure measure = LongestOption.picked(items).orElseThrow();

        assertThat(measure.value()).isCloseTo((1 + 0 + 0.5) / 3, within(EXACT));
        assertThat(measure.limit()).isCloseTo((1.0 / 3 + 1.0 / 3 + 1.0 / 4) / 3 + 0.07, within(EXACT));
    }

    @Test
    void backticksDoNotMakeAnOptionLonger() {
        List<Item> items = List.of(Sample.item("?", "`abcd`", "abcde", "abc"));

        assertThat(LongestOption.picked(items).orElseThrow().value()).isZero();
    }

    @Test
    void aRightOptionOfOneAndAHalfLengthsDoesNotStickOutYetButALongerOneDoes() {
        List<Item> items =
                List.of(Sample.item("?", "123456", "1234", "12345", "123"), Sample.item("?", "1234567", "1234"));

        assertThat(LongestOption.stickingOut(items).orElseThrow().value()).isEqualTo(0.5);
    }

    @Test
    void theOptionThatRepeatsTheQuestionIsPicked() {
        List<Item> items = List.of(
                Sample.item("Which policy denies traffic?", "A policy for traffic", "A gateway", "A route"),
                Sample.item("Which policy denies traffic?", "A gateway", "A policy", "A route"),
                Sample.item("Which one is it?", "Which", "It is", "One", "None"));

        assertThat(SharedWords.picked(items).orElseThrow().value())
                .as("all shared, none shared, and short words that do not count but 'which' that does")
                .isCloseTo((1 + 0 + 1) / 3.0, within(EXACT));
    }

    @Test
    void absoluteWordsAreComparedBetweenRightAndWrongOptions() {
        List<Item> english = List.of(
                Sample.item("?", "It works", "It always works", "It is alone", "Only once"),
                Sample.item("?", "Every time", "Allow it", "Anywhere", "Finally"));
        Item russian = new Item(
                Sample.single("q", "?", "Работает", "Всегда работает", "Каждому своё", "Вселенная"), Sample.RU);

        assertThat(Absolutes.apart(english).orElseThrow().value()).isCloseTo(1 / 2.0 - 2 / 6.0, within(EXACT));
        assertThat(Absolutes.apart(List.of(russian)).orElseThrow().value()).isCloseTo(2 / 3.0, within(EXACT));
    }

    @Test
    void aPlaceThatIsRightTooOftenIsNamed() {
        List<Item> firsts = IntStream.range(0, 40)
                .mapToObj(index -> Sample.item("?", "a", "b", "c", "d"))
                .toList();

        Measure measure = KeyPosition.picked(firsts).orElseThrow();

        assertThat(measure.check()).isEqualTo("pick place 1 in the file");
        assertThat(measure.value()).isEqualTo(1);
        assertThat(measure.broken()).isTrue();
    }

    @Test
    void theModelFindsALeakThatNoSingleRuleNames() {
        Random random = new Random(7);
        List<Item> leaking = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            leaking.add(Sample.item(
                    "?", word(random, 6) + "; " + word(random, 4), plain(random), plain(random), plain(random)));
        }

        Measure measure = CueModel.picked(leaking).orElseThrow();

        assertThat(LongestOption.picked(leaking).orElseThrow().broken()).isFalse();
        assertThat(measure.value()).isGreaterThan(0.95);
        assertThat(measure.broken()).isTrue();
    }

    @Test
    void theModelFindsNothingWhereThereIsNothing() {
        Random random = new Random(7);
        List<Item> sound = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            sound.add(Sample.item("?", plain(random), plain(random), plain(random), plain(random)));
        }

        Measure measure = CueModel.picked(sound).orElseThrow();

        assertThat(measure.value()).isBetween(0.15, 0.35);
        assertThat(measure.broken()).isFalse();
        assertThat(CueModel.picked(sound)).contains(measure);
    }

    @Test
    void theRegressionFindsTheLogOddsOfATable() {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> positive = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            rows.add(new double[] {index < 4 ? 1 : -1});
            positive.add(index < 3 || index == 7);
        }

        LogisticRegression model = new LogisticRegression(rows, positive);

        assertThat(model.logOdds(new double[] {1})).isCloseTo(Math.log(3), within(0.01));
        assertThat(model.logOdds(new double[] {-1})).isCloseTo(-Math.log(3), within(0.01));
    }

    @Test
    void questionsWithoutOptionsAreNotMeasured() {
        List<Item> typed =
                List.of(new Item(Sample.question("q", Localized.both("?"), new Key.Typed(List.of("x"))), Sample.EN));

        assertThat(List.of(
                        LongestOption.picked(typed),
                        LongestOption.stickingOut(typed),
                        SharedWords.picked(typed),
                        CueModel.picked(typed),
                        Absolutes.apart(typed),
                        KeyPosition.picked(typed),
                        OptionNumber.three(typed)))
                .allMatch(Optional::isEmpty);
    }

    /** Wrong options are as long as right ones, by chance. */
    private static String plain(Random random) {
        return word(random, 8 + random.nextInt(9));
    }

    private static String word(Random random, int letters) {
        StringBuilder word = new StringBuilder();
        for (int index = 0; index < letters; index++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
