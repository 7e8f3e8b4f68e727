package org.meshquiz.memory;

import java.time.Instant;
import java.util.List;

/**
 * How surprising answers are to the model: minus the natural logarithm of the chance it gave them, with luck counted
 * in. What a person said of an answer leaves no room for luck: an owned-up guess shows that recall failed, an easy one
 * that it did not.
 */
final class LogLoss {
    private LogLoss() {}

    /**
     * The loss of one answer.
     *
     * @param recall the chance of recall that the model gave, strictly between 0 and 1
     */
    static double of(ChatAnswer answer, double recall) {
        double luck = luck(answer);
        return answer.isLapse() ? -Math.log((1 - luck) * (1 - recall)) : -Math.log(luck + (1 - luck) * recall);
    }

    /** The slope of {@link #of} by the recall. */
    static double slope(ChatAnswer answer, double recall) {
        double luck = luck(answer);
        return answer.isLapse() ? 1 / (1 - recall) : -(1 - luck) / (luck + (1 - luck) * recall);
    }

    /**
     * The mean loss of the long-term reviews from a moment on; what came before only moves memory.
     *
     * @return NaN if there are none
     */
    static double mean(Parameters parameters, List<History> histories, Instant from) {
        Fsrs fsrs = new Fsrs(parameters);
        ChatMemory memory = new ChatMemory(fsrs);
        double sum = 0;
        int count = 0;
        for (History history : histories) {
            List<MemoryState> states = history.states(memory);
            for (int i = 1; i < history.size(); i++) {
                if (history.isLongTerm(i) && !history.at(i).isBefore(from)) {
                    sum += of(history.answer(i), recall(fsrs, history, states, i));
                    count++;
                }
            }
        }
        return sum / count;
    }

    /**
     * The weighted sum of the losses of the long-term reviews of a history.
     *
     * @param importance of each review, in the order of the history
     */
    static double weighted(Fsrs fsrs, History history, double[] importance) {
        List<MemoryState> states = history.states(new ChatMemory(fsrs));
        double sum = 0;
        for (int i = 1; i < history.size(); i++) {
            if (history.isLongTerm(i)) {
                sum += importance[i] * of(history.answer(i), recall(fsrs, history, states, i));
            }
        }
        return sum;
    }

    /** The chance of recall that the model gives just before a review that is not the first. */
    static double recall(Fsrs fsrs, History history, List<MemoryState> states, int review) {
        return fsrs.retrievability(
                history.elapsedDays(review), states.get(review - 1).stability());
    }

    private static double luck(ChatAnswer answer) {
        boolean unsaid = answer.confidence() == ChatAnswer.Confidence.PLAIN || !answer.correct();
        return unsaid ? answer.guessing() : 0;
    }
}
