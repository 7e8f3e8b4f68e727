package org.meshquiz.notes;

import java.util.List;

/**
 * Blanks out what authors hid from readers: {@code %%…%%} of Obsidian and {@code <!-- … -->} of HTML. A comment that
 * nothing closes is text.
 */
final class Comments {
    private final String opening;
    private final String closing;
    private boolean inside;

    private Comments(String opening, String closing) {
        this.opening = opening;
        this.closing = closing;
    }

    /**
     * Blanks out all comments.
     *
     * @param lines changed in place
     * @param code which of them are code and open no comment
     */
    static void blank(List<String> lines, boolean[] code) {
        new Comments("%%", "%%").blankIn(lines, code);
        new Comments("<!--", "-->").blankIn(lines, code);
    }

    private void blankIn(List<String> lines, boolean[] code) {
        int last = lines.size() - 1;
        while (last >= 0 && !lines.get(last).contains(closing)) {
            last--;
        }
        for (int index = 0; index <= last; index++) {
            if (inside || !code[index]) {
                String line = lines.get(index);
                int closable = index < last ? line.length() : line.lastIndexOf(closing) - opening.length();
                lines.set(index, visible(line, closable));
            }
        }
    }

    /**
     * The part of a line outside comments.
     *
     * @param closable the last place where a comment may begin and still be closed
     */
    private String visible(String line, int closable) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            if (inside) {
                int end = line.indexOf(closing, at);
                inside = end < 0;
                at = inside ? line.length() : end + closing.length();
            } else {
                int start = openingFrom(line, at);
                inside = start >= 0 && start <= closable;
                int end = inside ? start : line.length();
                kept.append(line, at, end);
                at = inside ? end + opening.length() : end;
            }
        }
        return kept.toString();
    }

    /** Where the next comment begins outside {@code `code`}, or -1. */
    private int openingFrom(String line, int from) {
        boolean inCode = false;
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == '`') {
                inCode = !inCode;
            } else if (!inCode && line.startsWith(opening, at)) {
                return at;
            }
        }
        return -1;
    }
}
