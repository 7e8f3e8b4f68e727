package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.meshquiz.notes.Unit;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.QuestionId;
import org.meshquiz.question.Section;

/** Takes the check lists that people wrote into a note as they are: the ticked boxes are the right options. */
final class CheckLists {
    private static final int MOST_OPTIONS = 10;

    private final Twin twin;

    CheckLists(Twin twin) {
        this.twin = twin;
    }

    /** The questions, section by section. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Section section : Section.values()) {
            for (Pair<Unit.CheckList> pair :
                    twin.pairs(note -> WrittenQuestions.in(note, section, Unit.CheckList.class), CheckLists::ticks)) {
                questions.addAll(questions(section, pair));
            }
        }
        return questions;
    }

    /** Which boxes are ticked: two lists that differ there are not the same question. */
    private static String ticks(Unit.CheckList list) {
        return list.options().stream()
                .map(option -> option.ticked() ? "x" : "-")
                .collect(Collectors.joining());
    }

    private List<Question> questions(Section section, Pair<Unit.CheckList> pair) {
        boolean parallel =
                pair.en() == null || pair.ru() == null || ticks(pair.en()).equals(ticks(pair.ru()));
        List<Pair<Unit.CheckList>> each =
                parallel ? List.of(pair) : List.of(new Pair<>(pair.en(), null), new Pair<>(null, pair.ru()));
        return each.stream()
                .filter(one -> one.first().options().size() <= MOST_OPTIONS)
                .map(one -> question(section, one))
                .toList();
    }

    private Question question(Section section, Pair<Unit.CheckList> pair) {
        List<Choice> choices = IntStream.range(0, pair.first().options().size())
                .mapToObj(index -> new Choice(
                        pair.text(list -> list.options().get(index).words().text()),
                        pair.first().options().get(index).ticked(),
                        null))
                .toList();
        long right = choices.stream().filter(Choice::correct).count();
        Localized ask = pair.text(list -> list.ask().text());
        String id = Slug.of(twin.skill()) + "." + section.key() + "."
                + Slug.of(pair.first().ask().text()) + ".check";
        Question.NoteSection place =
                new Question.NoteSection(twin.first().face().name(), section);
        return new Question(
                new QuestionId(id),
                new Question.Topic(twin.skill(), section.key(), Level.MIDDLE),
                new Question.Prompt(ask, null),
                right == 1 ? new Key.Single(choices) : new Key.Several(choices),
                pair.text(CheckLists::answer),
                new Question.Source(Question.Origin.AUTHORED, true, place, Question.Reference.NONE, 1));
    }

    private static String answer(Unit.CheckList list) {
        String right = list.options().stream()
                .filter(Unit.Option::ticked)
                .map(option -> option.words().text())
                .collect(Collectors.joining("; "));
        return list.ask().text() + Facts.DASH + right;
    }
}
