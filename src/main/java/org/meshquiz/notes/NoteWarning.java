package org.meshquiz.notes;

/**
 * Something in a vault that was not understood or not taken.
 *
 * @param file the path inside the vault, with forward slashes
 * @param line from 1
 * @param what what was met, and what to do or what was skipped
 */
public record NoteWarning(String file, int line, String what) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
