package org.meshquiz.memory;

import org.meshquiz.memory.ChatAnswer.Confidence;

/**
 * Memory moved by chat answers, which may be right by luck. Immutable.
 *
 * <p>A right answer counts as recalled only with the chance that it was knowledge, pi = R/(R + (1-R)·g), where R is the
 * chance of recall and g that of a lucky guess; stability moves by the geometric mean of its two ways, weighed by pi. A
 * wrong answer and an owned-up guess are lapses, an easy one is taken at its word.
 *
 * <p>A second right answer on one day changes nothing: the solution was seen within hours, so it shows no lasting memory.
 */
public final class ChatMemory {
    /** The chance that a question is known before it was ever asked. */
    static final double FIRST_RECALL = 0.35;

    private final Fsrs fsrs;

    public ChatMemory(Fsrs fsrs) {
        this.fsrs = fsrs;
    }

    /** The state after the first answer to a question. */
    public MemoryState first(ChatAnswer answer) {
        if (answer.isLapse()) {
            return fsrs.first(Rating.AGAIN);
        }
        if (answer.confidence() == Confidence.EASY) {
            return fsrs.first(Rating.EASY);
        }
        double known = knowledge(FIRST_RECALL, answer.guessing());
        return new MemoryState(
                blend(known, fsrs.firstStability(Rating.GOOD), fsrs.firstStability(Rating.AGAIN)),
                fsrs.firstDifficulty(grade(known)));
    }

    /**
     * The state after another answer.
     *
     * @param state before the answer
     * @param elapsedDays whole days since the answer before; 0 is the same day, and a negative number counts as 0
     */
    public MemoryState next(MemoryState state, int elapsedDays, ChatAnswer answer) {
        if (elapsedDays <= 0) {
            return onTheSameDay(state, answer);
        }
        if (answer.isLapse()) {
            return fsrs.next(state, elapsedDays, Rating.AGAIN);
        }
        if (answer.confidence() == Confidence.EASY) {
            return fsrs.next(state, elapsedDays, Rating.EASY);
        }
        double recall = fsrs.retrievability(elapsedDays, state.stability());
        double known = knowledge(recall, answer.guessing());
        double good = fsrs.nextStability(state, elapsedDays, recall, Rating.GOOD);
        double again = fsrs.nextStability(state, elapsedDays, recall, Rating.AGAIN);
        return new MemoryState(blend(known, good, again), fsrs.nextDifficulty(state.difficulty(), grade(known)));
    }

    /**
     * The chance of a right answer: g + (1-g)·R.
     *
     * @param recall chance of recall R, from 0 to 1
     * @param guessing chance of a lucky guess g, from 0 to 1
     * @throws IllegalArgumentException if a chance is NaN or outside 0 to 1
     */
    public double chanceOfCorrect(double recall, double guessing) {
        demandChance("recall", recall);
        demandChance("guessing", guessing);
        return guessing + (1 - guessing) * recall;
    }

    /** The chance that a right answer was knowledge: R/(R + (1-R)·g); without luck it is 1. */
    static double knowledge(double recall, double guessing) {
        return guessing == 0 ? 1 : recall / (recall + (1 - recall) * guessing);
    }

    /** The grade between {@link Rating#AGAIN} and {@link Rating#GOOD} that an answer of this much knowledge gets. */
    static double grade(double known) {
        return Rating.GOOD.grade() * known + Rating.AGAIN.grade() * (1 - known);
    }

    private MemoryState onTheSameDay(MemoryState state, ChatAnswer answer) {
        if (!answer.isLapse()) {
            return state;
        }
        MemoryState again = fsrs.next(state, 0, Rating.AGAIN);
        return new MemoryState(Math.min(state.stability(), again.stability()), again.difficulty());
    }

    /** The geometric mean of two stabilities; {@code known} weighs the first. */
    static double blend(double known, double good, double again) {
        return again * Math.pow(good / again, known);
    }

    private static void demandChance(String name, double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("a chance of " + name + " of " + chance + " is outside 0 to 1");
        }
    }
}
