package org.meshquiz.memory;

import java.util.List;

/**
 * The slopes of the {@link LogLoss} of whole histories by the 21 weights. Each history is walked forward through
 * {@link ChatMemory}, and back through {@link Slopes}.
 */
final class Gradient {
    private final Fsrs fsrs;
    private final ChatMemory memory;
    private final Slopes slopes;

    Gradient(Parameters parameters) {
        fsrs = new Fsrs(parameters);
        memory = new ChatMemory(fsrs);
        slopes = new Slopes(parameters, fsrs);
    }

    /** The slopes, by w0 to w20, of {@link LogLoss#weighted} summed over the histories added. */
    double[] slopes() {
        return slopes.weights.clone();
    }

    /**
     * Adds a history with at least one review.
     *
     * @param importance of each review, in the order of the history
     */
    void add(History history, double[] importance) {
        List<MemoryState> states = history.states(memory);
        slopes.nextReview();
        for (int i = history.size() - 1; i > 0; i--) {
            double byStability = slopes.stability;
            double byDifficulty = slopes.difficulty;
            slopes.nextReview();
            if (history.isLongTerm(i)) {
                double recall = LogLoss.recall(fsrs, history, states, i);
                slopes.recall = importance[i] * LogLoss.slope(history.answer(i), recall);
                laterDay(states.get(i - 1), history.answer(i), recall, byStability, byDifficulty);
                slopes.retrievability(history.elapsedDays(i), states.get(i - 1).stability(), slopes.recall);
            } else {
                sameDay(states.get(i - 1), history.answer(i), byStability, byDifficulty);
            }
        }
        first(history.answer(0), slopes.stability, slopes.difficulty);
    }

    private void first(ChatAnswer answer, double byStability, double byDifficulty) {
        if (answer.isPlainlyRight()) {
            double known = ChatMemory.knowledge(ChatMemory.FIRST_RECALL, answer.guessing());
            double good = fsrs.firstStability(Rating.GOOD);
            double again = fsrs.firstStability(Rating.AGAIN);
            double blend = byStability * ChatMemory.blend(known, good, again);
            slopes.firstStability(Rating.GOOD, blend * known / good);
            slopes.firstStability(Rating.AGAIN, blend * (1 - known) / again);
            slopes.firstDifficulty(ChatMemory.grade(known), byDifficulty);
        } else {
            Rating rating = answer.isLapse() ? Rating.AGAIN : Rating.EASY;
            slopes.firstStability(rating, byStability);
            slopes.firstDifficulty(rating.grade(), byDifficulty);
        }
    }

    private void sameDay(MemoryState before, ChatAnswer answer, double byStability, double byDifficulty) {
        if (answer.isLapse()) {
            slopes.lapseOnTheSameDay(before.stability(), byStability);
            slopes.nextDifficulty(before.difficulty(), Rating.AGAIN.grade(), byDifficulty);
        } else {
            slopes.stability = byStability;
            slopes.difficulty = byDifficulty;
        }
    }

    private void laterDay(
            MemoryState before, ChatAnswer answer, double recall, double byStability, double byDifficulty) {
        if (answer.isPlainlyRight()) {
            blended(before, answer.guessing(), recall, byStability, byDifficulty);
        } else if (answer.isLapse()) {
            slopes.afterLapse(before, recall, byStability);
            slopes.nextDifficulty(before.difficulty(), Rating.AGAIN.grade(), byDifficulty);
        } else {
            slopes.afterRecall(before, recall, true, byStability);
            slopes.nextDifficulty(before.difficulty(), Rating.EASY.grade(), byDifficulty);
        }
    }

    /** A right answer moves memory between its two ways, weighed by a knowledge that itself depends on the recall. */
    private void blended(MemoryState before, double guessing, double recall, double byStability, double byDifficulty) {
        double known = ChatMemory.knowledge(recall, guessing);
        double good = fsrs.nextStability(before, 1, recall, Rating.GOOD);
        double again = fsrs.nextStability(before, 1, recall, Rating.AGAIN);
        double blend = byStability * ChatMemory.blend(known, good, again);
        slopes.afterRecall(before, recall, false, blend * known / good);
        slopes.afterLapse(before, recall, blend * (1 - known) / again);
        double byGrade = slopes.nextDifficulty(before.difficulty(), ChatMemory.grade(known), byDifficulty);
        double byKnown = blend * Math.log(good / again) + 2 * byGrade;
        double either = recall + (1 - recall) * guessing;
        slopes.recall += byKnown * guessing / (either * either);
    }
}
