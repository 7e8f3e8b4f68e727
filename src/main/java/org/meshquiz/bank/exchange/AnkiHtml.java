package org.meshquiz.bank.exchange;

import java.util.regex.Pattern;

/** The little HTML that notes in Anki need: line breaks and code. */
final class AnkiHtml {
    private static final Pattern CODE = Pattern.compile("`([^`]*+)`");

    private AnkiHtml() {}

    /** A text of the bank: what stands in backticks is code. */
    static String text(String text) {
        return CODE.matcher(verbatim(text)).replaceAll("<code>$1</code>");
    }

    /** A text without any marks, on one line. */
    static String verbatim(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\t", "&#9;")
                .replace("\n", "<br>");
    }

    /** The text that was written so. */
    static String plain(String html) {
        return html.replaceAll("</?code>", "`")
                .replaceAll("<br ?/?>", "\n")
                .replace("&#9;", "\t")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
