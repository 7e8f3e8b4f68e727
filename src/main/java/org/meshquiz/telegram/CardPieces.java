package org.meshquiz.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Span;

/**
 * A card as messages in Telegram's HTML: one, or several where the text is longer than a message may be. Lengths are in
 * UTF-16 units of what is seen, as Telegram counts them.
 */
final class CardPieces {
    /** The longest text of a message. */
    static final int LONGEST = 4096;

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#-]{1,30}");

    private final int longest;
    private final List<String> pieces = new ArrayList<>();
    private StringBuilder html = new StringBuilder();
    private int seen;

    private CardPieces(int longest) {
        this.longest = longest;
    }

    /** Characters between two tags. */
    private record Run(String before, String text, String after) {}

    /** The texts of the messages, at least one, none blank. */
    static List<String> of(Card card) {
        return of(card, LONGEST);
    }

    /**
     * @param longest the longest text of a message
     */
    static List<String> of(Card card, int longest) {
        CardPieces pieces = new CardPieces(longest);
        for (int i = 0; i < card.blocks().size(); i++) {
            if (i > 0) {
                pieces.add(new Run("", "\n\n", ""));
            }
            runs(card.blocks().get(i)).forEach(pieces::add);
        }
        pieces.end();
        return pieces.pieces.isEmpty() ? List.of("…") : List.copyOf(pieces.pieces);
    }

    private static List<Run> runs(Block block) {
        if (block instanceof Block.Code code) {
            boolean named = LANGUAGE.matcher(code.language()).matches();
            return List.of(
                    named
                            ? new Run(
                                    "<pre><code class=\"language-" + code.language() + "\">",
                                    code.text(),
                                    "</code></pre>")
                            : new Run("<pre>", code.text(), "</pre>"));
        }
        return ((Block.Paragraph) block).spans().stream().map(CardPieces::run).toList();
    }

    private static Run run(Span span) {
        return switch (span.style()) {
            case PLAIN -> new Run("", span.text(), "");
            case BOLD -> new Run("<b>", span.text(), "</b>");
            case CODE -> new Run("<code>", span.text(), "</code>");
            case LINK -> link(span.text(), span.link());
        };
    }

    private static Run link(String text, @Nullable URI to) {
        if (to == null || to.getScheme() == null || !WEB.contains(to.getScheme().toLowerCase(Locale.ROOT))) {
            return new Run("", text, "");
        }
        return new Run("<a href=\"" + escape(to.toASCIIString()) + "\">", text, "</a>");
    }

    private void add(Run run) {
        String rest = run.text();
        while (seen + rest.length() > longest) {
            int room = longest - seen;
            int cut = cut(rest, room);
            if (cut == 0 && seen > 0) {
                end();
                continue;
            }
            append(run, rest.substring(0, cut));
            rest = rest.substring(cut);
            end();
        }
        append(run, rest);
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

    private void append(Run run, String text) {
        if (!text.isEmpty()) {
            html.append(run.before()).append(escape(text)).append(run.after());
            seen += text.length();
        }
    }

    private void end() {
        if (!html.toString().isBlank()) {
            pieces.add(html.toString());
        }
        html = new StringBuilder();
        seen = 0;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
