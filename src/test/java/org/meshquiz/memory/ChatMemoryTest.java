package org.meshquiz.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.meshquiz.memory.ChatAnswer.Confidence.EASY;
import static org.meshquiz.memory.ChatAnswer.Confidence.GUESSED;
import static org.meshquiz.memory.ChatAnswer.Confidence.PLAIN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.memory.ChatAnswer.Confidence;

/** Expected numbers were computed from the formulas in another language. */
class ChatMemoryTest {
    private static final ChatAnswer RIGHT = new ChatAnswer(true, 0.25, PLAIN);
    private static final ChatAnswer WRONG = new ChatAnswer(false, 0.25, PLAIN);
    private static final MemoryState STATE = new MemoryState(10, 5);

    private final Fsrs fsrs = new Fsrs(Parameters.DEFAULT);
    private final ChatMemory memory = new ChatMemory(fsrs);

    @ParameterizedTest(name = "luck of {0}")
    @CsvSource({
        "0,    2.3065,             2.118103970459016",
        "0.25, 1.0821060628120096, 4.2918350120936335",
        "0.5,  0.730871929176097,  5.040034946695934"
    })
    void aFirstRightAnswerIsWorthLessTheLikelierLuckIs(double guessing, double stability, double difficulty) {
        compare(memory.first(new ChatAnswer(true, guessing, PLAIN)), stability, difficulty);
    }

    @ParameterizedTest(name = "S {0}, D {1}, after {2} days, luck of {3}")
    @CsvSource({
        "10, 5, 10, 0.25, 29.424229117247407, 5.080810369296839",
        "10, 5, 40, 0.25, 47.81331938583398,  5.208430742629117",
        "10, 5, 40, 0.5,  38.978283302100564, 5.399957602282835",
        "10, 5, 40, 0,    60.34380689562917,  4.9902283692968386",
        "2,  8, 3,  0.25, 5.320373398582545,  8.035577205958296"
    })
    void aRightAnswerMovesMemoryBetweenItsTwoWays(
            double s, double d, int days, double guessing, double stability, double difficulty) {
        MemoryState next = memory.next(new MemoryState(s, d), days, new ChatAnswer(true, guessing, PLAIN));
        compare(next, stability, difficulty);
    }

    @Test
    void aTypedRightAnswerIsAGoodOne() {
        ChatAnswer typed = new ChatAnswer(true, 0, PLAIN);
        MemoryState good = fsrs.next(STATE, 12, Rating.GOOD);
        compare(memory.next(STATE, 12, typed), good.stability(), good.difficulty());
    }

    @ParameterizedTest
    @EnumSource(Confidence.class)
    void aWrongAnswerIsALapseWhateverWasSaidOfIt(Confidence confidence) {
        ChatAnswer wrong = new ChatAnswer(false, 0.25, confidence);
        assertThat(memory.next(STATE, 12, wrong)).isEqualTo(fsrs.next(STATE, 12, Rating.AGAIN));
        assertThat(memory.first(wrong)).isEqualTo(fsrs.first(Rating.AGAIN));
    }

    @Test
    void anOwnedUpGuessIsALapse() {
        ChatAnswer guessed = new ChatAnswer(true, 0.25, GUESSED);
        assertThat(memory.next(STATE, 12, guessed)).isEqualTo(fsrs.next(STATE, 12, Rating.AGAIN));
        assertThat(memory.first(guessed)).isEqualTo(fsrs.first(Rating.AGAIN));
    }

    @Test
    void anEasyRightAnswerIsTakenAtItsWord() {
        ChatAnswer easy = new ChatAnswer(true, 0.25, EASY);
        assertThat(memory.next(STATE, 12, easy)).isEqualTo(fsrs.next(STATE, 12, Rating.EASY));
        assertThat(memory.first(easy)).isEqualTo(fsrs.first(Rating.EASY));
    }

    @Test
    void rightAnswersOnTheSameDayLeaveMemoryAsItIs() {
        for (Confidence confidence : new Confidence[] {PLAIN, EASY}) {
            ChatAnswer right = new ChatAnswer(true, 0.25, confidence);
            assertThat(memory.next(STATE, 0, right)).isEqualTo(STATE);
            assertThat(memory.next(STATE, -1, right)).isEqualTo(STATE);
        }
    }

    @Test
    void aWrongAnswerOnTheSameDayShortensStability() {
        compare(
                memory.next(STATE, 0, WRONG),
                3.051248935571638,
                fsrs.next(STATE, 0, Rating.AGAIN).difficulty());
    }

    @Test
    void aWrongAnswerOnTheSameDayNeverLengthensStability() {
        double[] weights = Parameters.DEFAULT.toArray();
        weights[17] = 0.1;
        weights[19] = 0.8;
        ChatMemory lenient = new ChatMemory(new Fsrs(Parameters.of(weights)));
        MemoryState weak = new MemoryState(0.2, 5);

        assertThat(lenient.next(weak, 0, WRONG).stability()).isEqualTo(0.2);
    }

    @Test
    void twoOptionsTeachLessThanFour() {
        MemoryState two = memory.next(STATE, 20, new ChatAnswer(true, 0.5, PLAIN));
        MemoryState four = memory.next(STATE, 20, RIGHT);
        assertThat(two.stability()).isLessThan(four.stability());
        assertThat(two.difficulty()).isGreaterThan(four.difficulty());
    }

    @Test
    void luckAddsToTheChanceOfARightAnswer() {
        assertThat(memory.chanceOfCorrect(0.9, 0.25)).isCloseTo(0.925, within(1e-15));
        assertThat(memory.chanceOfCorrect(0, 0.5)).isEqualTo(0.5);
        assertThat(memory.chanceOfCorrect(1, 0.5)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 1.1})
    void whatIsNoChanceIsRefused(double chance) {
        assertThatIllegalArgumentException().isThrownBy(() -> memory.chanceOfCorrect(chance, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> memory.chanceOfCorrect(0.5, chance));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChatAnswer(true, chance, PLAIN));
    }

    private static void compare(MemoryState state, double stability, double difficulty) {
        assertThat(state.stability()).isCloseTo(stability, within(1e-9 * stability));
        assertThat(state.difficulty()).isCloseTo(difficulty, within(1e-9));
    }
}
