package org.meshquiz.ability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meshquiz.ability.SimulatedBank.Examinee;
import org.meshquiz.ability.SimulatedBank.World;

/** Two hundred people of a strong team answer forty of the questions each; what the questions are like is known. */
class CalibrationTest {
    private static final Population TEAM = new Population(0.8, 0.9);
    private static final int PEOPLE = 200;
    private static final int ANSWERS = 40;

    private static SimulatedBank bank;
    private static Calibration.Outcome learned;

    @BeforeAll
    static void learn() {
        bank = new SimulatedBank(new World(0.1, false, TEAM, Evidence.SLIP), 17);
        FirstMeetings meetings = new FirstMeetings();
        int questions = bank.items().size();
        for (int person = 0; person < PEOPLE; person++) {
            Examinee examinee = bank.somebody();
            int from = bank.random().nextInt(questions);
            for (int n = 0; n < ANSWERS; n++) {
                int question = (from + 3 * n) % questions;
                meetings.add(person, question, bank.right(examinee, question));
            }
        }
        learned = Calibration.of(bank.items(), meetings);
    }

    @Test
    void theTeamIsFound() {
        // Labels define the scale: a stronger team and an easier bank look alike, so that the mean is found roughly.
        assertThat(learned.team().mean()).isCloseTo(TEAM.mean(), within(0.3));
        assertThat(learned.team().sd()).isCloseTo(TEAM.sd(), within(0.2));
    }

    @Test
    void difficultiesAreFoundBetterThanTheirLabelsTellThem() {
        double learnedRmse = rmse(learned.items());
        assertThat(learnedRmse).isLessThan(0.34).isLessThan(0.75 * rmse(bank.items()));
    }

    @Test
    void mostFlaggedLabelsAreWrong() {
        long flagged = 0;
        long wrong = 0;
        for (int question = 0; question < bank.items().size(); question++) {
            Item item = learned.items().get(question);
            if (item.suggestedLabel().isPresent()) {
                flagged++;
                wrong += Band.at(bank.difficulty(question)) == item.label() ? 0 : 1;
            }
        }
        assertThat(flagged).isPositive();
        assertThat((double) wrong / flagged).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void withoutAnswersNothingIsLearned() {
        Calibration.Outcome nothing = Calibration.of(bank.items(), new FirstMeetings());
        assertThat(nothing.team()).isEqualTo(Population.REFERENCE);
        for (int question = 0; question < bank.items().size(); question++) {
            assertThat(nothing.items().get(question).parameters().difficulty())
                    .isCloseTo(bank.items().get(question).parameters().difficulty(), within(1e-9));
        }
    }

    private static double rmse(List<Item> items) {
        double sum = 0;
        for (int question = 0; question < items.size(); question++) {
            double off = items.get(question).parameters().difficulty() - bank.difficulty(question);
            sum += off * off;
        }
        return Math.sqrt(sum / items.size());
    }
}
