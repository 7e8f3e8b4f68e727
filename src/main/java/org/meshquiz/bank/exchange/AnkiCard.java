package org.meshquiz.bank.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.exchange.Exchanged.Option;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;

/**
 * The two sides of a note in Anki, in HTML.
 *
 * @param front the question, its code, its options
 * @param back the right letters or the accepted forms, the explanation, and why each option is wrong
 */
record AnkiCard(String front, String back) {
    private static final String LIST = "<ol type=\"A\">";
    private static final Pattern FRONT =
            Pattern.compile("<div>(.*?)</div>(?:<pre>(.*?)</pre>)?+(?:<ol type=\"A\">(.*?)</ol>)?+");
    private static final Pattern BACK = Pattern.compile(
            "(?:<div><b>([A-Z, ]*+)</b></div>|<ul>(.*?)</ul>)<div>(.*?)</div>(?:<ol type=\"A\">(.*?)</ol>)?+.*");
    private static final Pattern ITEM = Pattern.compile("<li>(.*?)</li>");

    /** The note of a question in one language. */
    static AnkiCard of(Question question, Locale language) {
        List<Choice> choices = question.key().choices();
        String code = question.code()
                .map(Code::text)
                .map(text -> "<pre>" + AnkiHtml.verbatim(text) + "</pre>")
                .orElse("");
        String options = choices.stream()
                .map(choice -> choice.text().in(language))
                .map(AnkiHtml::text)
                .collect(Collectors.joining("</li><li>", "<li>", "</li>"));
        String front = "<div>" + AnkiHtml.text(question.prompt().ask().in(language)) + "</div>" + code
                + (choices.isEmpty() ? "" : LIST + options + "</ol>");
        String reasons = choices.stream()
                .map(choice -> Optional.ofNullable(choice.why())
                        .map(why -> why.in(language))
                        .orElse(""))
                .map(AnkiHtml::text)
                .collect(Collectors.joining("</li><li>", "<li>", "</li>"));
        String back = answer(question.key()) + "<div>"
                + AnkiHtml.text(question.explanation().in(language)) + "</div>"
                + (choices.isEmpty() ? "" : LIST + reasons + "</ol>");
        return new AnkiCard(front, back);
    }

    private static String answer(Key key) {
        if (key instanceof Key.Typed typed) {
            return typed.accept().stream()
                    .map(AnkiHtml::verbatim)
                    .collect(Collectors.joining("</li><li>", "<ul><li>", "</li></ul>"));
        }
        return key.rightChoices().stream()
                .sorted()
                .map(AnkiCard::letter)
                .collect(Collectors.joining(", ", "<div><b>", "</b></div>"));
    }

    /**
     * The question on the two sides.
     *
     * @throws IllegalArgumentException where they are no question of ours, with the remedy
     */
    Question question(String id, Locale language, Tags tags) {
        Matcher asked = FRONT.matcher(front);
        Matcher told = BACK.matcher(back);
        if (!asked.matches() || !told.matches()) {
            throw new IllegalArgumentException(
                    "the sides of the note have another form; change words in Anki, not the markup");
        }
        List<String> texts = items(asked.group(3));
        List<String> reasons = items(told.group(4));
        String right = Optional.ofNullable(told.group(1)).orElse("");
        if (texts.size() != reasons.size()) {
            throw new IllegalArgumentException("the back gives " + reasons.size() + " reasons for " + texts.size()
                    + " options; keep one item for each, empty for right options");
        }
        List<Option> options = IntStream.range(0, texts.size())
                .mapToObj(index -> new Option(
                        AnkiHtml.plain(texts.get(index)),
                        right.contains(letter(index)),
                        AnkiHtml.plain(reasons.get(index))))
                .toList();
        return new Exchanged(
                        id,
                        AnkiHtml.plain(asked.group(1)),
                        asked.group(2) == null ? null : AnkiHtml.plain(asked.group(2)),
                        options,
                        items(told.group(2)).stream().map(AnkiHtml::plain).toList(),
                        AnkiHtml.plain(told.group(3)))
                .question(language, right.length() > 1, tags);
    }

    private static List<String> items(@Nullable String list) {
        return list == null
                ? List.of()
                : ITEM.matcher(list).results().map(item -> item.group(1)).toList();
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
