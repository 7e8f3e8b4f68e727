package org.meshquiz.quiz.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Span;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;

/** A question as it is put: its text, its code, the options in the body, and a button for each. */
public final class QuestionView {
    private QuestionView() {}

    /**
     * Where a question stands in its session.
     *
     * @param number counted from 1; 0 when it is asked a second time
     * @param wanted how many the session is to have
     * @param skillName the skill as people read it
     */
    public record Place(int number, int wanted, String skillName) {}

    /**
     * The message that puts a question.
     *
     * @param order the options in the order shown
     * @param chosen those ticked so far in a several-of question
     */
    public static Draft draft(
            Question question, Place place, List<Integer> order, Set<Integer> chosen, Phrases phrases) {
        Draft.Builder draft = Draft.builder().text(header(place, phrases));
        addPrompt(draft, question, phrases.language());
        if (question.key() instanceof Key.Typed) {
            draft.text(phrases.say("question.typed"));
        } else if (question.key() instanceof Key.Several) {
            draft.spans(options(question, order, chosen, phrases.language())).text(phrases.say("question.several"));
        } else {
            draft.spans(options(question, order, Set.of(), phrases.language()));
        }
        addButtons(draft, question, order, chosen, phrases);
        return draft.build();
    }

    /** The letter of a place in the shown order: A for 0. */
    public static String letter(int shownAt) {
        return String.valueOf((char) ('A' + shownAt));
    }

    static void addPrompt(Draft.Builder draft, Question question, Locale language) {
        draft.text(question.prompt().ask().in(language));
        question.code().ifPresent(code -> draft.code(code.text(), code.language()));
    }

    private static String header(Place place, Phrases phrases) {
        if (place.number() == 0) {
            return phrases.say("question.again", "skill", place.skillName());
        }
        return phrases.say(
                "question.header",
                Map.of("number", place.number(), "wanted", place.wanted(), "skill", place.skillName()));
    }

    private static List<Span> options(Question question, List<Integer> order, Set<Integer> chosen, Locale language) {
        List<Choice> choices = question.key().choices();
        List<Span> spans = new ArrayList<>();
        for (int shownAt = 0; shownAt < order.size(); shownAt++) {
            int option = order.get(shownAt);
            String box = chosen.contains(option) ? "☑ " : "";
            spans.add(Span.plain((shownAt == 0 ? "" : "\n") + box));
            spans.add(Span.bold(letter(shownAt)));
            spans.add(Span.plain(". "));
            spans.addAll(Span.marked(choices.get(option).text().in(language)));
        }
        return spans;
    }

    private static void addButtons(
            Draft.Builder draft, Question question, List<Integer> order, Set<Integer> chosen, Phrases phrases) {
        boolean several = question.key() instanceof Key.Several;
        List<Draft.Option> letters = new ArrayList<>();
        for (int shownAt = 0; shownAt < order.size(); shownAt++) {
            int option = order.get(shownAt);
            boolean ticked = chosen.contains(option);
            String tick = several && ticked ? "✓ " : "";
            Button.Kind box = ticked ? Button.Kind.TICKED : Button.Kind.TICK;
            letters.add(new Draft.Option(
                    tick + letter(shownAt), new Action.Choose(option), several ? box : Button.Kind.PRESS));
        }
        draft.row(letters);
        List<Draft.Option> last = new ArrayList<>();
        if (question.key() instanceof Key.Typed) {
            last.add(new Draft.Option(phrases.say("button.write"), new Action.Write(), Button.Kind.FIELD));
        }
        if (several) {
            last.add(new Draft.Option(phrases.say("button.done"), new Action.Done()));
        }
        last.add(new Draft.Option(phrases.say("button.dont-know"), new Action.DontKnow()));
        draft.row(last);
    }
}
