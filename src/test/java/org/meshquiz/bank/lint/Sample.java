package org.meshquiz.bank.lint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.QuestionId;
import org.meshquiz.question.Section;

/** Questions to measure; the right option stands first. */
final class Sample {
    static final Locale EN = Localized.ENGLISH;
    static final Locale RU = Localized.RUSSIAN;

    private Sample() {}

    /** An authored question that says the same in both languages. */
    static Question single(String id, String ask, String... options) {
        return question(id, Localized.both(ask), new Key.Single(choices(options)));
    }

    static Question question(String id, Localized ask, Key key) {
        return question(id, ask, key, Localized.both("because"), authored());
    }

    static Question question(String id, Localized ask, Key key, Localized explanation, Question.Source source) {
        return new Question(
                new QuestionId(id),
                new Question.Topic("istio", "security", Level.MIDDLE),
                new Question.Prompt(ask, null),
                key,
                explanation,
                source);
    }

    static Question.Source authored() {
        return source(Question.Origin.AUTHORED, new Question.Reference(URI.create("https://istio.io/"), "Istio 1.28"));
    }

    static Question.Source source(Question.Origin origin, Question.Reference reference) {
        return new Question.Source(origin, true, new Question.NoteSection("Istio", Section.TERMS), reference, 1);
    }

    static List<Choice> choices(String... options) {
        List<Choice> choices = new ArrayList<>();
        for (String option : options) {
            boolean right = choices.isEmpty();
            choices.add(new Choice(Localized.both(option), right, right ? null : Localized.both("no")));
        }
        return choices;
    }

    /** The question read in English. */
    static Item item(String ask, String... options) {
        return new Item(single("q", ask, options), EN);
    }
}
