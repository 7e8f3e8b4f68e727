package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Takes Markdown blocks apart into {@link Piece}s in reading order. */
final class Pieces {
    private static final Pattern CHECK_BOX = Pattern.compile("\\[([ xX/-])]\\s++");
    private static final Pattern CALLOUT = Pattern.compile("\\[![\\p{L}\\p{N}| -]++][+-]?\\s*+");
    private static final Pattern HTML_TAG = Pattern.compile("<[^<>]*+>");

    private final List<Piece> pieces = new ArrayList<>();
    private final Tables tables;

    /**
     * @param lines the lines of the file, for tables that Markdown does not take for tables
     */
    Pieces(List<String> lines, Warnings warnings) {
        tables = new Tables(lines, warnings);
    }

    /** Adds the pieces of a block. */
    void add(Node block) {
        add(block, 0);
    }

    List<Piece> all() {
        return List.copyOf(pieces);
    }

    private void add(Node block, int depth) {
        if (block instanceof ListBlock list) {
            Markdown.children(list).forEach(item -> addItem(item, depth));
        } else if (block instanceof Heading) {
            pieces.add(new Piece.SubHeading(text(block), Markdown.line(block)));
        } else if (block instanceof BlockQuote) {
            Markdown.children(block).forEach(child -> add(child, depth));
        } else if (block instanceof TableBlock table) {
            pieces.addAll(tables.rows(table));
        } else if (block instanceof Paragraph && tables.isRows(block)) {
            pieces.addAll(tables.rowsWithoutTable(block));
        } else if (!(block instanceof ThematicBreak || block instanceof LinkReferenceDefinition)) {
            addProse(text(block), Markdown.line(block));
        }
    }

    private void addProse(Runs text, int line) {
        Runs plain = after(CALLOUT, text);
        if (!plain.isEmpty()) {
            pieces.add(new Piece.Prose(plain, line));
        }
    }

    private void addItem(Node item, int depth) {
        Runs text = Runs.NONE;
        List<Node> below = new ArrayList<>();
        for (Node child : Markdown.children(item)) {
            boolean own = below.isEmpty() && !(child instanceof ListBlock) && !(child instanceof TableBlock);
            if (own) {
                text = text.and(text(child));
            } else {
                below.add(child);
            }
        }
        if (!text.isEmpty()) {
            Runs unboxed = after(CHECK_BOX, text);
            pieces.add(new Piece.Item(unboxed, depth, ticked(text), Markdown.line(item)));
        }
        below.forEach(child -> add(child, depth + 1));
    }

    /** The text of a block that is neither list nor table. */
    private static Runs text(Node block) {
        if (block instanceof FencedCodeBlock code) {
            return Inlines.code(MarkdownSource.shown(code.getLiteral()));
        }
        if (block instanceof IndentedCodeBlock code) {
            return Inlines.code(MarkdownSource.shown(code.getLiteral()));
        }
        if (block instanceof HtmlBlock html) {
            return Inlines.plain(HTML_TAG.matcher(MarkdownSource.shown(html.getLiteral()))
                    .replaceAll(tag -> Matcher.quoteReplacement(Inlines.isTag(tag.group()) ? " " : tag.group())));
        }
        if (block instanceof Paragraph || block instanceof Heading) {
            return Inlines.of(block);
        }
        Runs text = Runs.NONE;
        for (Node child : Markdown.children(block)) {
            text = text.and(text(child));
        }
        return text;
    }

    private static @Nullable Boolean ticked(Runs text) {
        Matcher box = CHECK_BOX.matcher(text.text());
        return box.lookingAt() ? !box.group(1).isBlank() : null;
    }

    private static Runs after(Pattern mark, Runs text) {
        Matcher found = mark.matcher(text.text());
        return found.lookingAt() ? text.from(found.end()) : text;
    }
}
