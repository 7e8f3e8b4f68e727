package org.meshquiz.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Span;

/** A card as HTML in which every character of the card is text: it can be put into a page as it is. */
final class CardHtml {
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]+");

    private CardHtml() {}

    /** Paragraphs and code blocks, one under the other; buttons and files are not part of it. */
    static String of(Card card) {
        StringBuilder html = new StringBuilder();
        for (Block block : card.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                html.append("<p>");
                paragraph.spans().forEach(span -> html.append(run(span)));
                html.append("</p>");
            } else if (block instanceof Block.Code code) {
                html.append(listing(code));
            }
        }
        return html.toString();
    }

    /** A paragraph with a link that saves a file of this server. */
    static String download(String path, String name) {
        return "<p><a href=\"" + escape(path) + "\" download>" + escape(name) + "</a></p>";
    }

    private static String run(Span span) {
        String text = escape(span.text()).replace("\n", "<br>");
        return switch (span.style()) {
            case PLAIN -> text;
            case BOLD -> "<strong>" + text + "</strong>";
            case CODE -> "<code>" + text + "</code>";
            case LINK -> link(text, span.link());
        };
    }

    /** Only pages of the web become links: a {@code javascript:} or {@code data:} address stays text. */
    private static String link(String text, @Nullable URI to) {
        if (to == null || to.getScheme() == null || !WEB.contains(to.getScheme().toLowerCase(Locale.ROOT))) {
            return text;
        }
        return "<a href=\"" + escape(to.toASCIIString()) + "\" target=\"_blank\" rel=\"noopener\">" + text + "</a>";
    }

    private static String listing(Block.Code code) {
        String language =
                LANGUAGE.matcher(code.language()).matches() ? " class=\"language-" + code.language() + "\"" : "";
        return "<pre><code" + language + ">" + escape(code.text()) + "</code></pre>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
