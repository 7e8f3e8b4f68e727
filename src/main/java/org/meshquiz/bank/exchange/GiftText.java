package org.meshquiz.bank.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;

/** Writes one question as GIFT. */
final class GiftText {
    /** What GIFT reads as signs of its own. */
    private static final String SIGNS = "\\~=#{}:";

    /** Moodle knows parts such as 33.33333 to the letter. */
    private static final int DECIMALS = 5;

    private final Question question;
    private final Locale language;

    GiftText(Question question, Locale language) {
        this.question = question;
        this.language = language;
    }

    String write() {
        StringBuilder text = new StringBuilder("//");
        Tags.of(question).forEach(tag -> text.append(" [tag:").append(tag).append(']'));
        text.append("\n::")
                .append(question.id())
                .append("::[markdown]")
                .append(prompt())
                .append("{\n");
        answers().forEach(line -> text.append(line).append('\n'));
        return text.append("####")
                .append(escaped(question.explanation().in(language)))
                .append("\n}\n")
                .toString();
    }

    private String prompt() {
        String code = question.code()
                .map(block -> "\n\n```" + block.language() + "\n" + block.text() + "\n```")
                .orElse("");
        return escaped(question.prompt().ask().in(language) + code);
    }

    private List<String> answers() {
        if (question.key() instanceof Key.Typed typed) {
            return typed.accept().stream().map(form -> "=" + escaped(form)).toList();
        }
        int right = question.key().rightChoices().size();
        boolean several = question.key() instanceof Key.Several;
        return question.key().choices().stream()
                .map(choice -> sign(choice.correct(), several, right) + text(choice))
                .toList();
    }

    private String text(Choice choice) {
        String why = Optional.ofNullable(choice.why())
                .map(reason -> "#" + escaped(reason.in(language)))
                .orElse("");
        return escaped(choice.text().in(language)) + why;
    }

    /** Where several are right each is worth its part, and a wrong one costs everything. */
    private static String sign(boolean correct, boolean several, int right) {
        if (!several) {
            return correct ? "=" : "~";
        }
        BigDecimal part = BigDecimal.valueOf(100).divide(BigDecimal.valueOf(right), DECIMALS, RoundingMode.DOWN);
        return correct ? "~%" + part.stripTrailingZeros().toPlainString() + "%" : "~%-100%";
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(sign -> sign == '\n' ? "\\n" : (SIGNS.indexOf(sign) >= 0 ? "\\" : "") + (char) sign)
                .collect(Collectors.joining());
    }
}
