package org.meshquiz.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes, of which one hangs, one is killed and one has a wrong clock; {@link NodesMeasurement} takes longer at it. */
class NodesTest {
    private static final int PEOPLE = 8;
    private static final int QUESTIONS = 3;
    /** What was not known is asked once more at the end. */
    private static final int ANSWERS = 2 * QUESTIONS;

    private static final int SENDERS = 2;

    @Test
    void peopleGoOnWhenTheNodeThatFetchesHangsAndAnotherIsKilled(@TempDir Path home) {
        try (Nodes nodes = new Nodes(home)) {
            Crowd crowd = new Crowd(nodes.api, PEOPLE);
            crowd.write("/quiz istio " + QUESTIONS);
            crowd.answerUntil(() -> crowd.fewest() >= 1, 30);

            nodes.get(0).pause();
            crowd.answerUntil(() -> crowd.fewest() >= 3, 45);
            nodes.get(0).resume();

            nodes.killAndRestart(1);
            crowd.answerUntil(() -> nodes.number("select count(*) from review") >= PEOPLE * ANSWERS, 60);

            assertThat(nodes.number("select count(*) from review")).isEqualTo(PEOPLE * ANSWERS);
            assertThat(nodes.answersUnlikeTheCards()).isZero();
            assertThat(nodes.levelsUnlikeTheLog()).isZero();
            assertThat(crowd.twice()).isLessThanOrEqualTo(2 * SENDERS);
        }
    }
}
