package org.meshquiz.notes;

/**
 * How much of a note's shared sections was understood.
 *
 * @param file the path inside the vault
 * @param seen paragraphs, list items, table rows and code blocks in the shared sections
 * @param read those of them that reached the model
 */
public record Reading(String file, int seen, int read) {
    public Reading {
        if (read < 0 || read > seen) {
            throw new IllegalArgumentException(file + ": " + read + " of " + seen + " units read; count each once");
        }
    }

    /** The part read, in [0, 1]; 1 where there was nothing to read. */
    public double share() {
        return seen == 0 ? 1 : (double) read / seen;
    }
}
