package org.meshquiz.quiz.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActionTest {
    @Test
    void everyActionIsReadAsItWasStored() {
        List<Action> actions = List.of(
                new Action.Command("/quiz istio 10"),
                new Action.Choose(3),
                new Action.Done(),
                new Action.DontKnow(),
                new Action.Tap(Action.Confidence.GUESSED),
                new Action.Tap(Action.Confidence.EASY),
                new Action.Forget());
        assertThat(actions)
                .allSatisfy(action -> assertThat(Action.of(action.stored())).contains(action));
    }

    @Test
    void anActionOfAnotherVersionIsNoAction() {
        assertThat(Action.of("fly away")).isEmpty();
        assertThat(Action.of("choose 12")).isEmpty();
        assertThat(Action.of("")).isEmpty();
    }
}
