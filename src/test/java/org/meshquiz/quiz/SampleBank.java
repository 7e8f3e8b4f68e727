package org.meshquiz.quiz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.meshquiz.bank.Bank;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.NoteSection;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.question.Question.Prompt;
import org.meshquiz.question.Question.Reference;
import org.meshquiz.question.Question.Source;
import org.meshquiz.question.Question.Topic;
import org.meshquiz.question.QuestionId;
import org.meshquiz.question.Section;

/** Small banks for tests: option 0 is right, in several-of questions options 0 and 1. */
final class SampleBank {
    private SampleBank() {}

    static Bank of(List<Question> questions) {
        return new Bank(questions, List.of());
    }

    /** That many single-choice questions about a skill, their levels in turn. */
    static List<Question> singles(String skill, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> question(skill + "-q" + index, skill, level(index), new Key.Single(options(1))))
                .toList();
    }

    /** The same question in another domain of its skill. */
    static Question inDomain(String domain, Question question) {
        Topic topic =
                new Topic(question.topic().skill(), domain, question.topic().level());
        return new Question(
                question.id(), topic, question.prompt(), question.key(), question.explanation(), question.source());
    }

    /** The same question after its author has changed what it means. */
    static Question revised(Question question) {
        Source before = question.source();
        Source source = new Source(
                before.origin(), before.measures(), before.note(), before.reference(), before.revision() + 1);
        return new Question(
                question.id(), question.topic(), question.prompt(), question.key(), question.explanation(), source);
    }

    static Question several(String id, String skill) {
        return question(id, skill, Level.MIDDLE, new Key.Several(options(2)));
    }

    static Question typed(String id, String skill, String accepted) {
        return question(id, skill, Level.MIDDLE, new Key.Typed(List.of(accepted)));
    }

    private static Question question(String id, String skill, Level level, Key key) {
        Source source = new Source(
                Origin.AUTHORED,
                true,
                new NoteSection(skill, Section.TERMS),
                new Reference(URI.create("https://example.org/" + id), skill + " 1.0"),
                1);
        return new Question(
                new QuestionId(id),
                new Topic(skill, "basics", level),
                new Prompt(new Localized("What about " + id + "?", "Что насчёт " + id + "?"), null),
                key,
                new Localized("Because of " + id + ".", "Из-за " + id + "."),
                source);
    }

    private static Level level(int index) {
        return List.of(Level.values()).get(index % Level.values().length);
    }

    private static List<Choice> options(int right) {
        List<Choice> options = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            Localized why =
                    index < right ? null : new Localized("no. " + index + " is not so", "№ " + index + " не так");
            options.add(new Choice(new Localized("option " + index, "вариант " + index), index < right, why));
        }
        return options;
    }
}
