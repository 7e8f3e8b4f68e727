package org.meshquiz.bank.lint;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meshquiz.question.Question;

/** Options of a question have to differ in more than blanks, marks and a full stop. */
final class DistinctOptions {
    private static final Pattern NO_MATTER = Pattern.compile("[\\s\\p{Z}`\"'«»“”„]++");
    private static final Pattern END = Pattern.compile("[.;,!]+$");

    private DistinctOptions() {}

    static Stream<Complaint> complaints(Question question) {
        return question.prompt().ask().languages().stream().flatMap(language -> {
            Set<String> seen = new HashSet<>();
            return new Item(question, language)
                    .options().stream()
                            .filter(option -> !seen.add(normal(option)))
                            .map(option -> new Complaint(
                                    question.id(), "has the option '" + option + "' twice", "change one of them"));
        });
    }

    /** In code, letters keep their case: {@code a} and {@code A} are two names. */
    private static String normal(String option) {
        String plain =
                END.matcher(NO_MATTER.matcher(option).replaceAll(" ").strip()).replaceAll("");
        return Words.code(option).isEmpty() ? plain.toLowerCase(Locale.ROOT) : plain;
    }
}
