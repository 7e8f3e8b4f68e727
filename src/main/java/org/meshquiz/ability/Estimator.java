package org.meshquiz.ability;

import java.time.Duration;

/** The estimate's one step: what an answer, and the time before it, change. Pure functions. */
public final class Estimator {
    private Estimator() {}

    /**
     * What an answer leaves behind.
     *
     * @param posterior what is now believed about the person's ability in the skill
     * @param evidence what the person's answers to this question say so far; to be kept for its next repeat
     */
    public record Update(Posterior posterior, Evidence evidence) {}

    /**
     * Takes in one answer of a person of the reference population.
     *
     * @param before belief as of the last answer in this skill
     * @param idle time since that answer; zero at the very first, and nothing happens to a negative one
     * @param item the question
     * @param soFar evidence of this person's earlier answers to it, {@link Evidence#NONE} at the first meeting
     * @param answer the marked answer
     */
    public static Update update(Posterior before, Duration idle, Item item, Evidence soFar, Observation answer) {
        return observe(before.after(idle), item, soFar, answer);
    }

    /** Takes in one answer at the moment for which the belief holds. */
    public static Update observe(Posterior now, Item item, Evidence soFar, Observation answer) {
        Evidence evidence = soFar.and(answer, item.guessing());
        return new Update(now.observe(item.parameters(), soFar, evidence), evidence);
    }
}
