package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Reads tables, also those whose delimiter row is damaged or that an empty line has cut in two. */
final class Tables {
    private static final Pattern DELIMITERS = Pattern.compile("[\\s|:-]*+");
    private static final Pattern QUOTE = Pattern.compile("^[\\s>]++");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

    private final List<String> lines;
    private final Warnings warnings;
    private List<Runs> lastHeader = List.of();

    /**
     * @param lines the lines that were parsed, for rows that are no table to Markdown
     */
    Tables(List<String> lines, Warnings warnings) {
        this.lines = lines;
        this.warnings = warnings;
    }

    /** The rows below a table's header. */
    List<Piece> rows(TableBlock table) {
        List<Piece> rows = new ArrayList<>();
        for (Node part : Markdown.children(table)) {
            if (part instanceof TableHead) {
                Markdown.children(part).forEach(row -> lastHeader = cells(row));
            } else if (part instanceof TableBody) {
                Markdown.children(part).forEach(row -> addRow(rows, cells(row), Markdown.line(row)));
            }
        }
        return rows;
    }

    /** Whether each line of a paragraph begins with a pipe. */
    boolean isRows(Node paragraph) {
        return paragraph.getSourceSpans().stream()
                .allMatch(span -> lines.get(span.getLineIndex()).strip().startsWith("|"));
    }

    /** The rows of such a paragraph; it continues the table before it, unless it has a delimiter row of its own. */
    List<Piece> rowsWithoutTable(Node paragraph) {
        int first = Markdown.line(paragraph) - 1;
        int count = paragraph.getSourceSpans().size();
        boolean headed = count > 1 && isDelimiter(lines.get(first + 1));
        if (headed) {
            lastHeader = split(lines.get(first));
        }
        List<Piece> rows = new ArrayList<>();
        for (int index = first + (headed ? 2 : 0); index < first + count; index++) {
            if (!isDelimiter(lines.get(index))) {
                addRow(rows, split(lines.get(index)), index + 1);
            }
        }
        return rows;
    }

    private void addRow(List<Piece> rows, List<Runs> parsed, int line) {
        List<Runs> cells = parsed;
        String source = QUOTE.matcher(lines.get(line - 1)).replaceFirst("");
        int columns = lastHeader.size();
        if (columns > 0 && source.startsWith("|") && cellTexts(source).length > columns) {
            // Markdown drops what goes beyond the header; an unescaped pipe inside a cell is the usual reason.
            cells = joined(split(source), columns);
            warnings.at(line, "the row has more cells than its table; write \\| for a pipe inside a cell");
        }
        if (!cells.stream().allMatch(Runs::isEmpty)) {
            rows.add(new Piece.Row(lastHeader, cells, line));
        }
    }

    private static List<Runs> joined(List<Runs> cells, int columns) {
        List<Runs> kept = new ArrayList<>(cells.subList(0, columns));
        for (Runs beyond : cells.subList(columns, cells.size())) {
            kept.set(columns - 1, kept.get(columns - 1).and(beyond));
        }
        return kept;
    }

    private static List<Runs> cells(Node row) {
        return Markdown.children(row).stream().map(Inlines::of).toList();
    }

    private static boolean isDelimiter(String line) {
        return line.contains("-") && DELIMITERS.matcher(line).matches();
    }

    private static List<Runs> split(String line) {
        return Arrays.stream(cellTexts(line)).map(cell -> inline(cell.strip())).toList();
    }

    private static String[] cellTexts(String line) {
        String inside = line.strip();
        inside = inside.startsWith("|") ? inside.substring(1) : inside;
        inside = inside.endsWith("|") && !inside.endsWith("\\|") ? inside.substring(0, inside.length() - 1) : inside;
        return CELL_END.split(inside, -1);
    }

    private static Runs inline(String cell) {
        if (cell.isEmpty()) {
            return Runs.NONE;
        }
        Node first = Markdown.parse(cell).getFirstChild();
        return first instanceof Paragraph && first.getNext() == null
                ? Inlines.of(first)
                : Inlines.plain(MarkdownSource.shown(cell));
    }
}
