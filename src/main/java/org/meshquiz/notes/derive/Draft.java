package org.meshquiz.notes.derive;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.meshquiz.question.Localized;

/**
 * A question before it has options.
 *
 * @param languages those that it is put in
 * @param id its name; the last part tells the kind
 * @param given what it shows: a thing, or a statement with a gap
 * @param right the right answer
 */
record Draft(Kind kind, Fact fact, List<Locale> languages, String id, Localized given, Localized right) {

    /** The question as it is asked. */
    Localized ask(boolean named) {
        return localized(languages, language -> Phrasing.ask(kind, fact, given.in(language), language, named));
    }

    /** What a fact would answer. */
    Localized option(Fact other) {
        return localized(languages, language -> answer(kind, other, language));
    }

    /** What a fact answers to a question of a kind. */
    static String answer(Kind kind, Fact fact, Locale language) {
        if (kind == Kind.CARD) {
            return fact.said().in(language);
        }
        return kind.asksForStatement()
                ? capitalised(fact.said().in(language))
                : fact.thing().in(language);
    }

    /** A text made anew in each language. */
    static Localized localized(List<Locale> languages, Function<Locale, String> text) {
        return new Localized(
                languages.contains(Localized.ENGLISH) ? text.apply(Localized.ENGLISH) : null,
                languages.contains(Localized.RUSSIAN) ? text.apply(Localized.RUSSIAN) : null);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
