package org.meshquiz.ability;

import java.util.Optional;

/** When a placement has asked enough. */
public final class Placement {
    /** The most questions that anyone is asked. */
    public static final int MOST_QUESTIONS = 20;

    private Placement() {}

    /**
     * Why to ask no more; empty while another question is of use.
     *
     * @param answers how many different questions the belief rests on
     */
    public static Optional<Next.Reason> end(Posterior posterior, int answers) {
        Verdict verdict = Verdict.of(posterior, answers);
        if (verdict instanceof Verdict.Level) {
            return Optional.of(Next.Reason.SURE);
        }
        if (verdict instanceof Verdict.Pair) {
            return Optional.of(Next.Reason.PAIR);
        }
        return answers >= MOST_QUESTIONS ? Optional.of(Next.Reason.CAP) : Optional.empty();
    }
}
