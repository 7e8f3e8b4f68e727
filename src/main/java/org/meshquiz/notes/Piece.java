package org.meshquiz.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a section is made of, before anything is known about its meaning. */
sealed interface Piece {
    /** The line of the file, from 1. */
    int line();

    /** A paragraph, a quote's paragraph, or a block of code. */
    record Prose(Runs text, int line) implements Piece {}

    /**
     * A list item; those nested in it follow as pieces of their own.
     *
     * @param depth 0 for the outermost list
     * @param ticked whether its check box is ticked, or null where it has none
     */
    record Item(Runs text, int depth, @Nullable Boolean ticked, int line) implements Piece {}

    /**
     * A row of a table.
     *
     * @param header the cells of the table's first row; empty where the table has none
     * @param cells may be fewer or more than the header's
     */
    record Row(List<Runs> header, List<Runs> cells, int line) implements Piece {}

    /** A heading inside the section. */
    record SubHeading(Runs text, int line) implements Piece {}
}
