package org.meshquiz.memory;

/**
 * A question that a person has met, as the {@link Scheduler} sees it.
 *
 * @param phase where it is on its way
 * @param step position in the list of steps of that phase, from 0; always 0 in {@link Phase#REVIEW}, which has none
 * @param memory the state after the last review
 */
public record Card(Phase phase, int step, MemoryState memory) {
    public Card {
        if (step < 0 || (phase == Phase.REVIEW && step != 0)) {
            throw new IllegalArgumentException("step " + step + " does not exist in phase " + phase
                    + "; steps count from 0, and a card in review has none");
        }
    }
}
