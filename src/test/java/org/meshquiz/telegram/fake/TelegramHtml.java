package org.meshquiz.telegram.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in Telegram's HTML, read as strictly as the Bot API does. */
public final class TelegramHtml {
    private static final Set<String> TAGS = Set.of(
            "b",
            "strong",
            "i",
            "em",
            "u",
            "ins",
            "s",
            "strike",
            "del",
            "span",
            "tg-spoiler",
            "a",
            "code",
            "pre",
            "blockquote");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\\s+[a-z]+=\"[^\"<>]*\")*)\\s*>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#x[0-9A-Fa-f]{1,6}|[a-z]+);");

    private TelegramHtml() {}

    /** The characters that are seen. */
    public static String visible(String html) {
        StringBuilder seen = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tag(html, at, open);
            } else if (c == '&') {
                at = entity(html, at, seen);
            } else {
                seen.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw unparsable("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        }
        return seen.toString();
    }

    private static int tag(String html, int at, Deque<String> open) {
        Matcher tag = TAG.matcher(html).region(at, html.length());
        if (!tag.lookingAt()) {
            throw unparsable("Unsupported start tag at offset " + at);
        }
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        if (!TAGS.contains(name)) {
            throw unparsable("Unsupported start tag \"" + name + "\" at offset " + at);
        }
        if (tag.group(1).isEmpty()) {
            open.push(name);
        } else if (open.isEmpty() || !open.pop().equals(name)) {
            throw unparsable("Unmatched end tag at offset " + at + ", found \"</" + name + ">\"");
        }
        return tag.end();
    }

    /** An ampersand that begins no entity stays as it is. */
    private static int entity(String html, int at, StringBuilder seen) {
        Matcher entity = ENTITY.matcher(html).region(at, html.length());
        if (!entity.lookingAt()) {
            seen.append('&');
            return at + 1;
        }
        String name = entity.group(1);
        if (name.startsWith("#x")) {
            seen.appendCodePoint(Integer.parseInt(name.substring(2), 16));
        } else if (name.startsWith("#")) {
            seen.appendCodePoint(Integer.parseInt(name.substring(1)));
        } else {
            seen.append(NAMED.getOrDefault(name, entity.group()));
        }
        return entity.end();
    }

    private static Refused unparsable(String what) {
        return Refused.badRequest("can't parse entities: " + what);
    }
}
