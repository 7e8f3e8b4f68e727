package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The Markdown that notes are written in: CommonMark with tables and wiki links. Its nesting is bounded. */
final class Markdown {
    /** Lists and quotes inside each other; what is deeper reads as text, so that no recursion here can run away. */
    static final int DEEPEST = 24;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new WikiLink.Syntax())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private Markdown() {}

    static Node parse(String text) {
        return PARSER.parse(text);
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** The line that a block starts on, from 1; its first child's where it has none of its own. */
    static int line(Node block) {
        Node node = block;
        while (node != null) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (!spans.isEmpty()) {
                return spans.get(0).getLineIndex() + 1;
            }
            node = node.getFirstChild();
        }
        return 1;
    }
}
