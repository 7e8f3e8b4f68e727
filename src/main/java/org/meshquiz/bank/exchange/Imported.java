package org.meshquiz.bank.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.Fault;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Prompt;

/**
 * What a file of another tool gave.
 *
 * @param file what faults call it
 * @param questions those without faults, in the file's order
 * @param faults what could not be read, by line
 */
public record Imported(String file, List<Question> questions, List<Fault> faults) {
    public Imported {
        questions = List.copyOf(questions);
        faults = List.copyOf(faults);
    }

    /**
     * The questions of two files of one bank, an English and a Russian one, each in both languages. A question whose two
     * sides do not belong together is a fault.
     */
    public static Imported inBothLanguages(Imported english, Imported russian) {
        Map<String, Question> waiting = new LinkedHashMap<>();
        russian.questions().forEach(question -> waiting.put(question.id().value(), question));
        List<Question> questions = new ArrayList<>();
        List<Fault> faults = new ArrayList<>(english.faults());
        faults.addAll(russian.faults());
        for (Question question : english.questions()) {
            @Nullable Question other = waiting.remove(question.id().value());
            Optional<Question> both = other == null ? Optional.empty() : both(question, other);
            both.ifPresentOrElse(
                    questions::add,
                    () -> faults.add(unpaired(question, english.file(), other == null ? "is missing" : "differs")));
        }
        waiting.values().forEach(question -> faults.add(unpaired(question, russian.file(), "is missing")));
        return new Imported(english.file(), questions, faults);
    }

    private static Fault unpaired(Question question, String file, String state) {
        return new Fault(
                file,
                1,
                "'" + question.id() + "' " + state + " in the file of the other language",
                "export both files from the same bank");
    }

    private static Optional<Question> both(Question english, Question russian) {
        boolean sameQuestion = english.topic().equals(russian.topic())
                && english.source().equals(russian.source())
                && english.code().equals(russian.code());
        if (!sameQuestion) {
            return Optional.empty();
        }
        return key(english.key(), russian.key())
                .map(key -> new Question(
                        english.id(),
                        english.topic(),
                        new Prompt(
                                both(english.prompt().ask(), russian.prompt().ask()),
                                english.prompt().code()),
                        key,
                        both(english.explanation(), russian.explanation()),
                        english.source()));
    }

    private static Optional<Key> key(Key english, Key russian) {
        boolean same = english.kind().equals(russian.kind())
                && english.choices().size() == russian.choices().size()
                && english.rightChoices().equals(russian.rightChoices());
        if (!same || english instanceof Key.Typed) {
            return english.equals(russian) ? Optional.of(english) : Optional.empty();
        }
        List<Choice> choices = new ArrayList<>();
        for (int index = 0; index < english.choices().size(); index++) {
            choices.add(both(english.choices().get(index), russian.choices().get(index)));
        }
        return Optional.of(english instanceof Key.Single ? new Key.Single(choices) : new Key.Several(choices));
    }

    private static Choice both(Choice english, Choice russian) {
        @Nullable Localized reason = english.why();
        @Nullable Localized russianReason = russian.why();
        return new Choice(
                both(english.text(), russian.text()),
                english.correct(),
                reason == null || russianReason == null ? null : both(reason, russianReason));
    }

    private static Localized both(Localized english, Localized russian) {
        return new Localized(english.in(Localized.ENGLISH), russian.in(Localized.RUSSIAN));
    }
}
