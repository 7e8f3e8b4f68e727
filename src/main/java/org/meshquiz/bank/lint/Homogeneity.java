package org.meshquiz.bank.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meshquiz.question.Question;

/** Options of a question are all code or none: the odd one out draws the eye. */
final class Homogeneity {
    private static final Pattern PURE_CODE = Pattern.compile("\\s*`[^`]+`\\s*");

    private Homogeneity() {}

    static Stream<Complaint> complaints(Question question) {
        return question.prompt().ask().languages().stream()
                .map(language -> new Item(question, language))
                .filter(item -> code(item) > 0 && code(item) < item.options().size())
                .map(item -> new Complaint(
                        question.id(),
                        "mixes options of pure code with options in words",
                        "write all of them as code or none"))
                .distinct();
    }

    private static long code(Item item) {
        return item.options().stream()
                .filter(option -> PURE_CODE.matcher(option).matches())
                .count();
    }
}
