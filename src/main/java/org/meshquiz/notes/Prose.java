package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;

/** Pieces whose form means nothing in their section, as plain text. */
final class Prose {
    private Prose() {}

    /** Each piece as a passage. */
    static List<Unit> passages(List<Piece> pieces) {
        List<Unit> passages = new ArrayList<>();
        pieces.forEach(piece -> passages.add(new Unit.Passage(wording(piece), piece.line())));
        return passages;
    }

    /** Each piece as a resource; sub-headings only group them. */
    static List<Unit> resources(List<Piece> pieces) {
        List<Unit> resources = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.SubHeading)) {
                resources.add(new Unit.Resource(wording(piece), piece.line()));
            }
        }
        return resources;
    }

    private static Wording wording(Piece piece) {
        if (piece instanceof Piece.Row row) {
            return row.cells().stream().reduce(Runs.NONE, Runs::and).wording();
        }
        if (piece instanceof Piece.Item item) {
            return item.text().wording();
        }
        if (piece instanceof Piece.SubHeading heading) {
            return heading.text().wording();
        }
        return ((Piece.Prose) piece).text().wording();
    }
}
