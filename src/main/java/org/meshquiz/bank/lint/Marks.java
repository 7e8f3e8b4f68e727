package org.meshquiz.bank.lint;

import java.util.Objects;
import java.util.stream.Stream;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;

/** Backticks come in pairs, and no other mark is there: chats would show it or take it for their own. */
final class Marks {
    private Marks() {}

    static Stream<Complaint> complaints(Question question) {
        Stream<Localized> options = question.key().choices().stream()
                .flatMap(choice -> Stream.of(choice.text(), choice.why()))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(question.prompt().ask(), question.explanation()), options)
                .flatMap(text -> text.languages().stream().map(text::in))
                .flatMap(Marks::faults)
                .map(fault -> new Complaint(question.id(), fault, "put code in backticks, a pair each"));
    }

    private static Stream<String> faults(String text) {
        if (text.chars().filter(sign -> sign == '`').count() % 2 != 0) {
            return Stream.of("has a backtick without its partner in '" + text + "'");
        }
        if (text.contains("``")) {
            return Stream.of("has two backticks together in '" + text + "'");
        }
        return Words.prose(text).contains("**") ? Stream.of("has ** in '" + text + "'") : Stream.empty();
    }
}
