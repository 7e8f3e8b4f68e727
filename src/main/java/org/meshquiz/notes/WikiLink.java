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
    private static final int LONGEST = 300;

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

    /** What the reader sees. */
    String label() {
        return label;
    }

    /** Reads what stands between the brackets. */
    static WikiLink of(String inside) {
        Matcher parts = INSIDE.matcher(MarkdownSource.shown(inside).replace("\\|", "|"));
        if (!parts.matches()) {
            return new WikiLink(inside, inside);
        }
        String path = parts.group(1).strip();
        String target = path.substring(path.lastIndexOf('/') + 1);
        String label = parts.group(2) == null ? "" : parts.group(2).strip();
        return new WikiLink(target, label.isEmpty() ? target : label);
    }

    /** Finds the links while commonmark reads a paragraph. */
    static final class Syntax implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('[', '!');
        }

        @Override
        public InlineContentParser create() {
            return Syntax::tryParse;
        }

        private static ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next('!');
            if (!scanner.next("[[")) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            for (int length = 0; length < LONGEST && scanner.hasNext(); length++) {
                char sign = scanner.peek();
                if (sign == '[' || sign == '\n') {
                    return ParsedInline.none();
                }
                if (sign == ']') {
                    return closed(scanner, start);
                }
                scanner.next();
            }
            return ParsedInline.none();
        }

        private static ParsedInline closed(Scanner scanner, Position start) {
            String inside = scanner.getSource(start, scanner.position()).getContent();
            boolean link = scanner.next("]]") && !inside.isBlank();
            return link ? ParsedInline.of(of(inside), scanner.position()) : ParsedInline.none();
        }
    }
}
