package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Section;

/** Finds labelled parts in an item: {@code **Проблема**: … **Решение**: …}, on one line or on several. */
final class Labels {
    private final SectionNames names;
    private final List<Column> columns;

    /**
     * A part of an item.
     *
     * @param column what its label says it is, or null where it has no label
     */
    record Part(@Nullable Column column, Runs text) {}

    Labels(SectionNames names, Section section) {
        this.names = names;
        columns = Column.of(section);
    }

    /** The parts of an item in order. */
    List<Part> parts(Runs item) {
        List<Part> parts = new ArrayList<>();
        List<Integer> cuts = cuts(item);
        for (int index = 0; index < cuts.size(); index++) {
            int end = index + 1 < cuts.size() ? cuts.get(index + 1) : Integer.MAX_VALUE;
            add(parts, item.part(cuts.get(index), end));
        }
        return parts;
    }

    private void add(List<Part> parts, Runs text) {
        if (text.isEmpty()) {
            return;
        }
        Optional<Heads> halves = Heads.separated(text);
        Optional<Column> column = halves.flatMap(half -> label(half.name().text()));
        if (column.isPresent()) {
            parts.add(new Part(column.get(), halves.orElseThrow().meaning()));
        } else if (parts.isEmpty()) {
            parts.add(new Part(null, text));
        } else {
            Part last = parts.remove(parts.size() - 1);
            parts.add(new Part(last.column(), last.text().and(text)));
        }
    }

    private Optional<Column> label(String text) {
        return names.label(text).filter(columns::contains);
    }

    /** Where a part may begin: with a line, or with a bold label. */
    private List<Integer> cuts(Runs item) {
        TreeSet<Integer> cuts = new TreeSet<>();
        cuts.add(0);
        int at = 0;
        for (Runs.Run run : item.parts()) {
            if (run.bold() && label(run.text()).isPresent()) {
                cuts.add(at);
            }
            for (int feed = run.text().indexOf('\n');
                    feed >= 0;
                    feed = run.text().indexOf('\n', feed + 1)) {
                cuts.add(at + feed + 1);
            }
            at += run.text().length();
        }
        return List.copyOf(cuts);
    }
}
