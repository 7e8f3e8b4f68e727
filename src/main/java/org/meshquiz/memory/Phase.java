package org.meshquiz.memory;

/** Where a question is on its way into one person's memory. */
public enum Phase {
    /** Being met for the first time, in steps of minutes. */
    LEARNING,
    /** Known, and coming back after days. */
    REVIEW,
    /** Forgotten after it had been known, and being met again in steps of minutes. */
    RELEARNING
}
