package org.meshquiz.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyTest {
    @Test
    void theChanceOfALuckyHitFollowsTheKindOfQuestion() {
        assertThat(new Key.Single(options(4, 0)).guessing()).isEqualTo(0.25);
        assertThat(new Key.Several(options(4, 0, 2)).guessing()).isEqualTo(1.0 / 15, within(1e-12));
        assertThat(new Key.Typed(List.of("x")).guessing()).isEqualTo(0.02);
    }

    @Test
    void aSingleChoiceQuestionHasExactlyOneRightOption() {
        assertThatThrownBy(() -> new Key.Single(options(4, 0, 1))).hasMessageContaining("2 marked correct");
        assertThatThrownBy(() -> new Key.Single(options(4))).hasMessageContaining("0 marked correct");
    }

    @Test
    void aSeveralOfQuestionHasAtLeastTwoRightOptionsAndOneWrong() {
        assertThat(new Key.Several(options(4, 1, 3)).rightChoices()).containsExactlyInAnyOrder(1, 3);
        assertThatThrownBy(() -> new Key.Several(options(4, 1))).hasMessageContaining("2 to 3");
        assertThatThrownBy(() -> new Key.Several(options(3, 0, 1, 2))).hasMessageContaining("3 marked correct");
    }

    private static List<Choice> options(int count, Integer... correct) {
        List<Integer> right = List.of(correct);
        return IntStream.range(0, count)
                .mapToObj(index -> new Choice(Localized.both("option " + index), right.contains(index), null))
                .toList();
    }
}
