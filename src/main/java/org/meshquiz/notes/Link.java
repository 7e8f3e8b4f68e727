package org.meshquiz.notes;

/**
 * A link in a note.
 *
 * @param label what the reader sees; never blank for a link to a note
 * @param target the name of a note, or a web address
 * @param toNote whether the target is a note of the vault and not an address
 */
public record Link(String label, String target, boolean toNote) {}
