package org.meshquiz.bank.exchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.question.Question.Prompt;
import org.meshquiz.question.QuestionId;

/**
 * A question in one language, in the parts that the files of other tools have.
 *
 * @param code null where there is none
 * @param options none for a typed question
 * @param accept what counts for a typed question; empty for others
 */
record Exchanged(
        String id, String ask, @Nullable String code, List<Option> options, List<String> accept, String explanation) {

    /**
     * An option.
     *
     * @param why empty where nothing is said
     */
    record Option(String text, boolean correct, String why) {}

    /** The authored questions in that language, by skill, domain and id. */
    static List<Question> of(Collection<Question> questions, Locale language) {
        return questions.stream()
                .filter(question -> question.source().origin() == Origin.AUTHORED)
                .filter(question -> question.prompt().ask().exactly(language).isPresent())
                .sorted(Comparator.comparing(
                                (Question question) -> question.topic().skill())
                        .thenComparing(question -> question.topic().domain())
                        .thenComparing(Question::id))
                .toList();
    }

    /**
     * The question.
     *
     * @param several whether more than one option may be chosen
     * @throws IllegalArgumentException where the parts make no question
     */
    Question question(Locale language, boolean several, Tags tags) {
        Code block = code == null ? null : new Code(code, tags.codeLanguage());
        return new Question(
                new QuestionId(id),
                tags.topic(),
                new Prompt(Localized.only(language, ask), block),
                key(language, several),
                Localized.only(language, explanation),
                tags.source());
    }

    private Key key(Locale language, boolean several) {
        if (options.isEmpty()) {
            return new Key.Typed(accept);
        }
        List<Choice> choices = options.stream()
                .map(option -> new Choice(
                        Localized.only(language, option.text()),
                        option.correct(),
                        Optional.of(option.why())
                                .filter(why -> !why.isEmpty())
                                .map(why -> Localized.only(language, why))
                                .orElse(null)))
                .toList();
        return several ? new Key.Several(choices) : new Key.Single(choices);
    }
}
