package org.meshquiz.notes;

import java.util.EnumMap;
import java.util.Map;

/** The columns of one record while it is gathered from a table row, or from an item and what belongs to it. */
final class Fields {
    private final Map<Column, Runs> values = new EnumMap<>(Column.class);
    private final int line;

    /**
     * @param line where the record begins, from 1
     */
    Fields(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    /** Adds text to a column, after what it has already. */
    void add(Column column, Runs text) {
        if (!text.isEmpty()) {
            values.merge(column, text, Runs::and);
        }
    }

    /** Moves the text of a column to another. */
    void move(Column from, Column to) {
        Runs text = values.remove(from);
        add(to, text == null ? Runs.NONE : text);
    }

    boolean has(Column column) {
        return values.containsKey(column);
    }

    /** Whether nothing stands in any column but this one. */
    boolean hasNothingBut(Column column) {
        return values.isEmpty() || (values.size() == 1 && has(column));
    }

    Wording wording(Column column) {
        return values.getOrDefault(column, Runs.NONE).wording();
    }

    /** All the text, for a record that has no form. */
    Wording all() {
        return values.values().stream().reduce(Runs.NONE, Runs::and).wording();
    }
}
