package org.meshquiz.memory;

/**
 * What came of a fit.
 *
 * @param parameters to use from now on: the new ones if they were accepted, else the old ones
 * @param accepted whether the new ones foretold the held-out reviews better than the old ones
 * @param trained how many long-term reviews they were fitted to
 * @param heldOut how many newer ones they were judged by
 * @param lossBefore mean log loss of the old parameters on the held-out reviews
 * @param lossAfter mean log loss of the new ones, accepted or not
 */
public record Fitted(
        Parameters parameters, boolean accepted, int trained, int heldOut, double lossBefore, double lossAfter) {}
