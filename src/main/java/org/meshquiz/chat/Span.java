package org.meshquiz.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of text in one style.
 *
 * @param text the characters, not escaped: each adapter escapes for its platform
 * @param style how it looks
 * @param link where it leads, for {@link Style#LINK} alone
 */
public record Span(String text, Style style, @Nullable URI link) {

    /** How a run of text looks. */
    public enum Style {
        PLAIN,
        BOLD,
        CODE,
        LINK
    }

    public Span {
        if ((style == Style.LINK) != (link != null)) {
            throw new IllegalArgumentException("a link, and only a link, leads somewhere");
        }
    }

    public static Span plain(String text) {
        return new Span(text, Style.PLAIN, null);
    }

    public static Span bold(String text) {
        return new Span(text, Style.BOLD, null);
    }

    public static Span code(String text) {
        return new Span(text, Style.CODE, null);
    }

    public static Span link(String text, URI link) {
        return new Span(text, Style.LINK, link);
    }

    /** Reads {@code **bold**} and {@code `code`}; a mark without its partner stays as it is. */
    public static List<Span> marked(String text) {
        List<Span> spans = new ArrayList<>();
        int plainFrom = 0;
        int at = 0;
        while (at < text.length()) {
            String mark = markAt(text, at);
            int end = mark.isEmpty() ? -1 : text.indexOf(mark, at + mark.length());
            if (end <= at + mark.length() - 1 || end == at + mark.length()) {
                at++;
                continue;
            }
            if (at > plainFrom) {
                spans.add(plain(text.substring(plainFrom, at)));
            }
            String inside = text.substring(at + mark.length(), end);
            spans.add(mark.equals("`") ? code(inside) : bold(inside));
            at = end + mark.length();
            plainFrom = at;
        }
        if (plainFrom < text.length()) {
            spans.add(plain(text.substring(plainFrom)));
        }
        return spans;
    }

    private static String markAt(String text, int at) {
        if (text.charAt(at) == '`') {
            return "`";
        }
        return text.startsWith("**", at) ? "**" : "";
    }
}
