package org.meshquiz.question;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** How a typed answer is read before it is compared: blanks, quotes and dashes that phones change do not count. */
public final class TypedText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]++");
    private static final Pattern QUOTES = Pattern.compile("[\"'`\u00ab\u00bb\u2018-\u201f\u2039\u203a\u2032\u2033]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern AROUND_SIGNS = Pattern.compile(" ?([(){}\\[\\],=<>!~+*/]) ?");

    private TypedText() {}

    /**
     * The form that is compared: compatible characters composed, invisible ones and quotes dropped, an em or en dash read
     * as the two hyphens or the one that the keyboard made it from, blanks folded and dropped around signs. Letters keep
     * their case.
     */
    public static String normal(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String visible = INVISIBLE.matcher(composed).replaceAll("");
        String plain = QUOTES.matcher(visible).replaceAll("");
        String hyphens = plain.replace("\u2014", "--").replace('\u2013', '-').replace('\u2212', '-');
        String folded = BLANKS.matcher(hyphens).replaceAll(" ").strip();
        return AROUND_SIGNS.matcher(folded).replaceAll("$1").strip();
    }
}
