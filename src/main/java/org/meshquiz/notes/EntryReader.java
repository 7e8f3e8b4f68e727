package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sections of things with their meanings: tools, terms, and what a description lists. */
final class EntryReader {
    private static final int MOST_WORDS = 6;

    private final List<Unit> units = new ArrayList<>();
    /** The names of the items that the next one may be nested in, outermost first. */
    private final List<String> open = new ArrayList<>();

    private String subHeading = "";
    /** Whether the sub-heading still waits for the paragraph that explains it. */
    private boolean subHeadingOpen;

    private final boolean proseOnly;

    private EntryReader(boolean proseOnly) {
        this.proseOnly = proseOnly;
    }

    /** The units of a section on tools or terms. */
    static List<Unit> things(List<Piece> pieces) {
        EntryReader reader = new EntryReader(false);
        pieces.forEach(reader::add);
        return reader.units;
    }

    /** The units of a description: prose, and those list items that explain a thing. */
    static List<Unit> description(List<Piece> pieces) {
        EntryReader reader = new EntryReader(true);
        pieces.forEach(reader::add);
        return reader.units;
    }

    private void add(Piece piece) {
        if (piece instanceof Piece.SubHeading heading && proseOnly) {
            units.add(new Unit.Passage(heading.text().wording(), heading.line()));
        } else if (piece instanceof Piece.SubHeading heading) {
            subHeading = heading.text().wording().text();
            subHeadingOpen = true;
            open.clear();
        } else if (piece instanceof Piece.Item item) {
            item(item);
        } else if (piece instanceof Piece.Row row) {
            row(row);
        } else if (piece instanceof Piece.Prose prose) {
            prose(prose);
        }
    }

    private void item(Piece.Item item) {
        while (open.size() > item.depth()) {
            open.remove(open.size() - 1);
        }
        String group = open.isEmpty() ? subHeading : open.get(open.size() - 1);
        Optional<Heads> halves = proseOnly ? Heads.afterLead(item.text()) : Heads.of(item.text());
        if (halves.isPresent()) {
            entry(halves.get(), group, item.line());
        } else if (!proseOnly && isBareName(item.text())) {
            entry(new Heads(item.text(), Runs.NONE), group, item.line());
        } else {
            units.add(new Unit.Passage(item.text().wording(), item.line()));
        }
        String name = halves.map(Heads::name).orElse(item.text()).wording().text();
        while (open.size() < item.depth()) {
            open.add(group);
        }
        open.add(Heads.isName(name) ? name : group);
        subHeadingOpen = false;
    }

    private void row(Piece.Row row) {
        Runs meaning = Runs.NONE;
        for (Runs cell : row.cells().subList(1, row.cells().size())) {
            meaning = meaning.and(cell);
        }
        Runs name = row.cells().get(0);
        if (name.isEmpty()) {
            units.add(new Unit.Passage(meaning.wording(), row.line()));
        } else {
            entry(new Heads(name, meaning), subHeading, row.line());
        }
    }

    private void prose(Piece.Prose prose) {
        List<Runs> lines = prose.text().lines();
        boolean listed = !proseOnly && lines.stream().allMatch(EntryReader::isBoldEntry);
        if (listed) {
            lines.forEach(line -> entry(Heads.afterLead(line).orElseThrow(), subHeading, prose.line()));
        } else if (subHeadingOpen && !proseOnly && Heads.isName(subHeading)) {
            entry(new Heads(Inlines.plain(subHeading), prose.text()), "", prose.line());
        } else {
            units.add(new Unit.Passage(prose.text().wording(), prose.line()));
        }
        subHeadingOpen = false;
    }

    private void entry(Heads halves, String group, int line) {
        units.add(new Unit.Entry(halves.name().wording(), halves.meaning().wording(), group, line));
    }

    private static boolean isBoldEntry(Runs line) {
        return !line.parts().isEmpty()
                && line.parts().get(0).bold()
                && Heads.afterLead(line).isPresent();
    }

    private static boolean isBareName(Runs text) {
        String words = text.text().strip();
        return Heads.isName(words) && words.split("\\s+").length <= MOST_WORDS && !words.endsWith(".");
    }
}
