package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Section;

/** Which column of the template each column of a table is: by its heading, else by its place. */
final class TableColumns {
    private final List<@Nullable Column> columns;
    private final List<String> unknown = new ArrayList<>();

    private TableColumns(List<@Nullable Column> columns) {
        this.columns = columns;
    }

    /**
     * The columns of a table in a section.
     *
     * @param header may be empty: then the template's order holds
     */
    static TableColumns of(List<Runs> header, Section section, SectionNames names) {
        List<Column> template = Column.of(section);
        if (header.isEmpty()) {
            return new TableColumns(new ArrayList<>(template));
        }
        Set<Column> free = new LinkedHashSet<>(template);
        TableColumns table = new TableColumns(new ArrayList<>());
        for (Runs cell : header) {
            Optional<Column> named = names.column(cell.text());
            table.columns.add(named.filter(free::remove).orElse(null));
        }
        table.fillGaps(header, free);
        return table;
    }

    /** The headings that no column of the template is left for. */
    List<String> unknown() {
        return unknown;
    }

    /** The cells of a row by their columns. */
    Fields fields(Piece.Row row) {
        Fields fields = new Fields(row.line());
        for (int index = 0; index < Math.min(columns.size(), row.cells().size()); index++) {
            Column column = columns.get(index);
            if (column != null) {
                fields.add(column, row.cells().get(index));
            }
        }
        return fields;
    }

    private void fillGaps(List<Runs> header, Set<Column> free) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index) != null) {
                continue;
            }
            Optional<Column> next = free.stream().findFirst();
            next.ifPresent(free::remove);
            columns.set(index, next.orElse(null));
            if (next.isEmpty() && !header.get(index).isEmpty()) {
                unknown.add(header.get(index).wording().text());
            }
        }
    }
}
