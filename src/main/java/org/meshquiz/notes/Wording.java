package org.meshquiz.notes;

import java.util.List;

/**
 * A text of a note, free of Markdown.
 *
 * @param text one line; code is in backticks, a link is its label; empty where the note has nothing
 * @param links the links of the text, in reading order
 */
public record Wording(String text, List<Link> links) {
    /** What an absent cell or an absent half of an entry reads as. */
    public static final Wording NONE = new Wording("", List.of());

    public Wording {
        links = List.copyOf(links);
    }

    /** Whether there is nothing to read here. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
