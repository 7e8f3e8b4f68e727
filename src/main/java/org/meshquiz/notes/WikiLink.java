package org.meshquiz.notes;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** A link between notes in Obsidian's way: {@code [[Note]]}, {@code [[Note#Section|label]]}, {@code ![[Note]]}. */
final class WikiLink extends CustomNode {
    private static final Pattern INSIDE = Pattern.compile("([^|#^]*+)(?:[#^][^|]*+)?(?:\\|(.*))?");
    private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:png|jpe?g|gif|svg|webp|bmp|pdf|canvas)");

    private final String target;
    private final String label;

    private WikiLink(String target, String label) {
        this.target = target;
        this.label = label;
    }

    /** The note's name; a folder before it is dropped. */
    String target() {
        return target;
    }

    /** What the reader sees; empty for a picture. */
    String label() {
        return label;
    }

    /** Reads what stands between the brackets. */
    private static WikiLink of(String inside) {
        String shown = MarkdownSource.shown(inside);
        Matcher parts = INSIDE.matcher(shown);
        if (!parts.matches()) {
            return new WikiLink(shown, shown);
        }
        String path = parts.group(1).strip();
        String target = path.substring(path.lastIndexOf('/') + 1);
        String label = parts.group(2) == null ? "" : parts.group(2).strip();
        boolean picture = PICTURE.matcher(target).matches();
        return new WikiLink(target, label.isEmpty() && !picture ? target : label);
    }

    /** Finds the links while commonmark reads a paragraph, by the signs that {@link MarkdownSource} put for brackets. */
    static final class Syntax implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(MarkdownSource.WIKI_OPENING);
        }

        @Override
        public InlineContentParser create() {
            return Syntax::tryParse;
        }

        private static ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            Position start = scanner.position();
            if (scanner.find(MarkdownSource.WIKI_CLOSING) < 0) {
                return ParsedInline.none();
            }
            String inside = scanner.getSource(start, scanner.position()).getContent();
            scanner.next();
            return ParsedInline.of(of(inside), scanner.position());
        }
    }
}
