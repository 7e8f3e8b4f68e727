package org.meshquiz.ability;

/**
 * What all answers of one person to one question say so far about whether the person knew it at the first meeting.
 * Only the ratio of the two numbers matters, so they are scaled until the larger is 1: they never vanish, however
 * long the history.
 *
 * @param known likelihood of the answers if it was known (A), 0 to 1
 * @param guessed likelihood of the answers if it was not (B), 0 to 1
 */
public record Evidence(double known, double guessed) {
    /** Before the first answer. */
    public static final Evidence NONE = new Evidence(1, 1);

    /** Chance of a wrong answer in spite of knowing. */
    static final double SLIP = 0.02;

    public Evidence {
        if (!(known >= 0 && guessed >= 0) || Math.max(known, guessed) <= 0 || Double.isInfinite(known + guessed)) {
            throw new IllegalArgumentException(
                    "Evidence needs two likelihoods, not both 0, but has " + known + " and " + guessed);
        }
        double scale = Math.max(known, guessed);
        known /= scale;
        guessed /= scale;
    }

    /**
     * With one more answer. A person who did not know at first may be right by luck or, at a repeat, by memory; but
     * no more surely than one who knew: otherwise a right answer could speak against a person.
     *
     * @param guessing chance of a right answer by luck, 0 to 1
     */
    public Evidence and(Observation answer, double guessing) {
        double right = Math.min(answer.recall() + (1 - answer.recall()) * guessing, 1 - SLIP);
        return answer.correct()
                ? new Evidence(known * (1 - SLIP), guessed * right)
                : new Evidence(known * SLIP, guessed * (1 - right));
    }

    /** Likelihood of the answers, up to a factor, given the chance that the question was known. */
    double likelihood(double knows) {
        return knows * known + (1 - knows) * guessed;
    }
}
