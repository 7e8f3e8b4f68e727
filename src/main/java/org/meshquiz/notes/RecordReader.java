package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Section;

/** Reads sections whose units have columns, be they written as a table, a list, or sub-headings with text below. */
final class RecordReader {
    private final Section section;
    private final SectionNames names;
    private final Warnings warnings;
    private final Records records;
    private final Labels labels;
    private final IdentityHashMap<List<Runs>, TableColumns> tables = new IdentityHashMap<>();
    private final List<Unit> units = new ArrayList<>();

    private @Nullable Fields open;
    /** Whether the open record began with a sub-heading. */
    private boolean underHeading;
    /** Whether anything belongs to the open record beside its beginning. */
    private boolean followed;

    RecordReader(Section section, SectionNames names, Warnings warnings) {
        this.section = section;
        this.names = names;
        this.warnings = warnings;
        records = new Records(section, names, warnings);
        labels = new Labels(names, section);
    }

    /** The units of the section. */
    List<Unit> units(List<Piece> pieces) {
        pieces.forEach(this::add);
        close();
        return units;
    }

    private void add(Piece piece) {
        if (piece instanceof Piece.SubHeading heading) {
            begin(heading);
        } else if (piece instanceof Piece.Row row) {
            close();
            row(row);
        } else if (piece instanceof Piece.Item item) {
            item(item);
        } else if (piece instanceof Piece.Prose prose) {
            prose(prose);
        }
    }

    private void row(Piece.Row row) {
        TableColumns columns = tables.computeIfAbsent(row.header(), header -> {
            TableColumns found = TableColumns.of(header, section, names);
            if (!found.unknown().isEmpty()) {
                warnings.at(
                        row.line(),
                        "the columns " + found.unknown() + " are unknown and were left out;"
                                + " name them in sections.yaml");
            }
            return found;
        });
        records.unit(columns.fields(row)).ifPresent(units::add);
    }

    private void item(Piece.Item item) {
        boolean bold = Heads.afterLead(item.text()).isPresent();
        boolean labelled = isLabelled(item.text());
        boolean belongs = underHeading ? (labelled || !bold) && waits(item.text()) : item.depth() > 0;
        if (open != null && belongs) {
            if (!followed && !underHeading) {
                records.expectMore(open);
            }
            attach(open, item.text());
        } else {
            begin(item.text(), item.line());
        }
    }

    private void prose(Piece.Prose prose) {
        boolean labelled = isLabelled(prose.text());
        if (open != null && (underHeading || labelled) && waits(prose.text())) {
            attach(open, prose.text());
        } else if (labelled || Heads.afterLead(prose.text()).isPresent()) {
            begin(prose.text(), prose.line());
        } else {
            close();
            units.add(new Unit.Passage(prose.text().wording(), prose.line()));
        }
    }

    private boolean isLabelled(Runs text) {
        return labels.parts(text).stream().anyMatch(part -> part.column() != null);
    }

    /** Whether the open record still lacks what the text begins with; a second problem begins a new record. */
    private boolean waits(Runs text) {
        Column first = labels.parts(text).stream()
                .map(Labels.Part::column)
                .filter(column -> column == Column.of(section).get(0))
                .findFirst()
                .orElse(null);
        return first == null || open == null || !open.has(first);
    }

    private void begin(Runs text, int line) {
        close();
        open = new Fields(line);
        List<Labels.Part> parts = labels.parts(text);
        for (int index = 0; index < parts.size(); index++) {
            Labels.Part part = parts.get(index);
            if (part.column() != null) {
                open.add(part.column(), part.text());
            } else if (index == 0) {
                records.head(open, part.text());
            }
        }
    }

    private void begin(Piece.SubHeading heading) {
        close();
        open = new Fields(heading.line());
        underHeading = true;
        for (Labels.Part part : labels.parts(heading.text())) {
            if (part.column() != null) {
                open.add(part.column(), part.text());
            } else {
                records.heading(open, part.text());
            }
        }
    }

    private void attach(Fields fields, Runs text) {
        followed = true;
        for (Labels.Part part : labels.parts(text)) {
            fields.add(Optional.ofNullable(part.column()).orElse(records.more()), part.text());
        }
    }

    /** A heading alone says nothing; any other record is a unit. */
    private void close() {
        if (open != null && (followed || !underHeading)) {
            records.unit(open).ifPresent(units::add);
        }
        open = null;
        underHeading = false;
        followed = false;
    }
}
