package org.meshquiz.bank.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Question;

/** Options that speak about other options. */
final class AllOfTheAbove {
    private static final Pattern REFERRING = Pattern.compile(
            "\\b(?:all|none|any|both|neither|either)(?: of)? (?:the )?(?:above|below|these|those|them|options|answers|others)\\b"
                    + "|\\b(?:both|options?|answers?) [A-E](?:,? (?:and|or) [A-E])?\\b"
                    + "|\\bвс[её] (?:выше)?(?:перечисленн|указанн|названн)"
                    + "|\\b(?:все|любой|оба|ни один|ничего|ни одно)(?: из)? (?:этих|вариант|выше|перечисленн|указанн|них|ответ)"
                    + "|\\bверны оба\\b|\\b(?:варианты?|ответы?) [A-EА-Д](?: и [A-EА-Д])?\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private AllOfTheAbove() {}

    static Stream<Complaint> complaints(Question question) {
        return question.key().choices().stream()
                .filter(AllOfTheAbove::refers)
                .map(choice -> new Complaint(
                        question.id(),
                        "has the option '"
                                + choice.text().in(choice.text().languages().get(0))
                                + "', which speaks about other options",
                        "options are shuffled: say what it means"));
    }

    private static boolean refers(Choice choice) {
        return choice.text().languages().stream()
                .anyMatch(language ->
                        REFERRING.matcher(choice.text().in(language)).find());
    }
}
