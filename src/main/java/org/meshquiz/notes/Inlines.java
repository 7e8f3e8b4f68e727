package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Turns the inside of a paragraph, heading or cell into {@link Runs}. */
final class Inlines {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"«»]++");
    private static final String AFTER_ADDRESS = ".,;:!?)]";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}&&[^\\n]]{2,}+");
    private static final Pattern WIKI_IN_ADDRESS = Pattern.compile("\\[\\[([^\\]|]*+)(?:\\|[^\\]]*+)?]]");
    private static final Pattern MARKED = Pattern.compile("==([^=\\n]++)==|~~([^~\\n]++)~~");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*+).*", Pattern.DOTALL);
    private static final Set<String> HTML = Set.of(
            "a",
            "abbr",
            "b",
            "big",
            "blockquote",
            "br",
            "center",
            "cite",
            "code",
            "dd",
            "del",
            "details",
            "div",
            "dl",
            "dt",
            "em",
            "figure",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "iframe",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "tt",
            "u",
            "ul",
            "var",
            "video",
            "wbr");
    private static final Set<String> BREAKING = Set.of("br", "p", "div", "li", "hr", "tr");

    private final List<Runs.Run> runs = new ArrayList<>();

    private Inlines() {}

    /** The text inside a block. */
    static Runs of(Node block) {
        Inlines inlines = new Inlines();
        inlines.addAll(block, false, null);
        return new Runs(inlines.runs);
    }

    /** A text without any Markdown in it. */
    static Runs plain(String text) {
        Inlines inlines = new Inlines();
        inlines.text(text, false, null);
        return new Runs(inlines.runs);
    }

    /** The lines of a code block. */
    static Runs code(String block) {
        Runs lines = Runs.NONE;
        for (String line : block.strip().split("\\R")) {
            lines = line.isBlank() ? lines : lines.and(new Runs(List.of(codeRun(line.strip(), false, null))));
        }
        return lines;
    }

    /** Whether an HTML tag is one of the page and not a placeholder such as {@code <name>}. */
    static boolean isTag(String literal) {
        Matcher tag = TAG.matcher(literal);
        return !tag.matches() || HTML.contains(tag.group(1).toLowerCase(Locale.ROOT));
    }

    private void addAll(Node parent, boolean bold, @Nullable Link link) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            add(child, bold, link);
        }
    }

    private void add(Node node, boolean bold, @Nullable Link link) {
        if (node instanceof Text text) {
            text(MarkdownSource.shown(text.getLiteral()), bold, link);
        } else if (node instanceof Code code) {
            runs.add(codeRun(MarkdownSource.shown(code.getLiteral()), bold, link));
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            runs.add(new Runs.Run("\n", bold, false, link));
        } else if (node instanceof WikiLink wiki) {
            wikiLink(wiki, bold);
        } else if (node instanceof org.commonmark.node.Link web) {
            webLink(web, web.getDestination(), bold);
        } else if (node instanceof Image image) {
            webLink(image, image.getDestination(), bold);
        } else if (node instanceof HtmlInline html) {
            html(html.getLiteral(), bold, link);
        } else {
            addAll(node, bold || node instanceof StrongEmphasis, link);
        }
    }

    private void wikiLink(WikiLink wiki, boolean bold) {
        if (!wiki.label().isBlank()) {
            Link link = new Link(wiki.label(), wiki.target(), true);
            runs.add(new Runs.Run(wiki.label(), bold, false, link));
        }
    }

    private void webLink(Node node, String destination, boolean bold) {
        String shown = MarkdownSource.shown(destination).replace("%5B", "[").replace("%5D", "]");
        String address = WIKI_IN_ADDRESS.matcher(shown).replaceAll("$1");
        Runs inside = of(node);
        Link link = new Link(inside.wording().text(), address, false);
        if (inside.parts().isEmpty()) {
            runs.add(new Runs.Run("", bold, false, link));
        }
        inside.parts().forEach(run -> runs.add(new Runs.Run(run.text(), bold || run.bold(), run.code(), link)));
    }

    private void html(String literal, boolean bold, @Nullable Link link) {
        Matcher tag = TAG.matcher(literal);
        if (!isTag(literal)) {
            text(literal, bold, link);
        } else if (tag.matches() && BREAKING.contains(tag.group(1).toLowerCase(Locale.ROOT))) {
            runs.add(new Runs.Run("\n", bold, false, link));
        }
    }

    private void text(String literal, boolean bold, @Nullable Link link) {
        String plain = MARKED.matcher(BLANKS.matcher(literal).replaceAll(" "))
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) == null ? found.group(2) : found.group(1)));
        Matcher address = ADDRESS.matcher(plain);
        int done = 0;
        while (link == null && address.find()) {
            String found = withoutEnd(address.group());
            run(plain.substring(done, address.start()), bold, null);
            run(found, bold, new Link(found, found, false));
            done = address.start() + found.length();
        }
        run(plain.substring(done), bold, link);
    }

    private static String withoutEnd(String address) {
        int end = address.length();
        while (end > 0 && AFTER_ADDRESS.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private void run(String text, boolean bold, @Nullable Link link) {
        if (!text.isEmpty()) {
            runs.add(new Runs.Run(text, bold, false, link));
        }
    }

    /** Code inside code cannot be told apart later, so that its own backticks become apostrophes. */
    private static Runs.Run codeRun(String literal, boolean bold, @Nullable Link link) {
        return new Runs.Run("`" + literal.strip().replace('`', '\'') + "`", bold, true, link);
    }
}
