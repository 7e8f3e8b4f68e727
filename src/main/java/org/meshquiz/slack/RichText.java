package org.meshquiz.slack;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Span;

/** Paragraphs and code as Slack's rich text, in pieces that are short enough for a block. */
final class RichText {
    private static final Set<String> WEB = Set.of("http", "https");

    private final List<Piece> pieces = new ArrayList<>();
    private List<RichTextElement> runs = new ArrayList<>();
    private StringBuilder plain = new StringBuilder();

    private RichText() {}

    /**
     * The content of a block.
     *
     * @param element a section or preformatted text
     * @param plain its characters, at most {@link SlackBlocks#LONGEST_TEXT}, not all blank
     */
    record Piece(BlockElement element, String plain) {}

    /** The text of a card, at least one piece. */
    static List<Piece> pieces(Card card) {
        RichText text = new RichText();
        for (Block block : card.blocks()) {
            if (block instanceof Block.Code code) {
                text.code(code.text());
            } else {
                ((Block.Paragraph) block).spans().forEach(text::span);
                text.endSection();
            }
        }
        if (text.pieces.isEmpty()) {
            text.span(Span.plain("…"));
            text.endSection();
        }
        return text.pieces;
    }

    private void span(Span span) {
        String rest = CommandWords.asTyped(span);
        while (plain.length() + rest.length() > SlackBlocks.LONGEST_TEXT) {
            int cut = cut(rest, SlackBlocks.LONGEST_TEXT - plain.length());
            run(span, rest.substring(0, cut));
            rest = rest.substring(cut);
            endSection();
        }
        run(span, rest);
    }

    private void code(String text) {
        String rest = text;
        while (!rest.isBlank()) {
            int cut = rest.length() <= SlackBlocks.LONGEST_TEXT ? rest.length() : cut(rest, SlackBlocks.LONGEST_TEXT);
            String part = rest.substring(0, cut);
            if (!part.isBlank()) {
                BlockElement element = RichTextPreformattedElement.builder()
                        .elements(List.of(
                                RichTextSectionElement.Text.builder().text(part).build()))
                        .build();
                pieces.add(new Piece(element, part));
            }
            rest = rest.substring(cut);
        }
    }

    private void run(Span span, String text) {
        if (text.isEmpty()) {
            return;
        }
        plain.append(text);
        URI link = span.link();
        if (link != null && isWeb(link)) {
            runs.add(RichTextSectionElement.Link.builder()
                    .url(link.toASCIIString())
                    .text(text)
                    .build());
        } else {
            runs.add(RichTextSectionElement.Text.builder()
                    .text(text)
                    .style(style(span.style()))
                    .build());
        }
    }

    private void endSection() {
        if (!plain.toString().isBlank()) {
            BlockElement element =
                    RichTextSectionElement.builder().elements(runs).build();
            pieces.add(new Piece(element, plain.toString()));
        }
        runs = new ArrayList<>();
        plain = new StringBuilder();
    }

    private static @Nullable TextStyle style(Span.Style style) {
        return switch (style) {
            case BOLD -> TextStyle.builder().bold(true).build();
            case CODE -> TextStyle.builder().code(true).build();
            case PLAIN, LINK -> null;
        };
    }

    private static boolean isWeb(URI link) {
        return link.getScheme() != null && WEB.contains(link.getScheme().toLowerCase(Locale.ROOT));
    }

    /** Where to cut, at most at {@code room}: after a line or a word near the end, never inside a character. */
    private static int cut(String text, int room) {
        int floor = room - room / 4;
        int line = text.lastIndexOf('\n', room - 1);
        if (line >= floor) {
            return line + 1;
        }
        int word = text.lastIndexOf(' ', room - 1);
        if (word >= floor) {
            return word + 1;
        }
        boolean inside = room > 0 && room < text.length() && Character.isLowSurrogate(text.charAt(room));
        return inside ? room - 1 : room;
    }
}
