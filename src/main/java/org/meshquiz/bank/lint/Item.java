package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;

/**
 * A question as a reader of one language meets it.
 *
 * @param question it exists in that language
 */
record Item(Question question, Locale language) {

    String ask() {
        return question.prompt().ask().in(language);
    }

    /** The question with its code block. */
    String prompt() {
        return ask() + question.code().map(Code::text).map(code -> "\n" + code).orElse("");
    }

    /** The options in the file's order; none for a typed question. */
    List<String> options() {
        return question.key().choices().stream()
                .map(choice -> choice.text().in(language))
                .toList();
    }

    /** The indexes of the right options. */
    Set<Integer> right() {
        return question.key().rightChoices();
    }

    boolean isRight(int option) {
        return right().contains(option);
    }

    /** Whether exactly one option is right. */
    boolean isSingle() {
        return question.key() instanceof Key.Single;
    }

    boolean isRussian() {
        return "ru".equals(language.getLanguage());
    }
}
