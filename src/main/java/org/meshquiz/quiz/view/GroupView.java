package org.meshquiz.quiz.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Span;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Question;

/** What a group reads: the question put to all of them, its answer, who is ahead. */
public final class GroupView {
    private static final int LONGEST_EXPLANATION = 200;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_OPTION = 100;
    private static final int LONGEST_BAR = 12;

    private GroupView() {}

    /**
     * A question as a group sees it.
     *
     * @param question of which one option is right
     * @param order the options in the order shown
     * @param title its first line
     */
    public record Shown(Question question, List<Integer> order, String title) {}

    /**
     * The question with a button for each option.
     *
     * @param answered how many people have answered so far
     */
    public static Card asked(Shown shown, String token, int answered, Phrases phrases) {
        List<Button> letters = new ArrayList<>();
        for (int shownAt = 0; shownAt < shown.order().size(); shownAt++) {
            letters.add(new Button(QuestionView.letter(shownAt), token + '.' + shownAt));
        }
        Draft.Builder draft = Draft.builder().text(shown.title());
        QuestionView.addPrompt(draft, shown.question(), phrases.language());
        draft.spans(options(shown, false, phrases)).text(phrases.say("group.first-counts"));
        if (answered > 0) {
            draft.text(phrases.say("group.answered", "count", answered));
        }
        return new Card(draft.build().blocks(), List.of(letters), null);
    }

    /** The same as a poll; empty where its text does not fit into one. */
    public static Optional<Card.Poll> poll(Shown shown, Instant closesAt, Phrases phrases) {
        Question question = shown.question();
        String prompt = plain(question.prompt().ask().in(phrases.language()));
        List<Choice> choices = question.key().choices();
        List<String> options = shown.order().stream()
                .map(option -> plain(choices.get(option).text().in(phrases.language())))
                .toList();
        boolean fits = question.code().isEmpty()
                && prompt.length() <= LONGEST_QUESTION
                && options.stream().allMatch(option -> option.length() <= LONGEST_OPTION);
        if (!fits) {
            return Optional.empty();
        }
        int right =
                shown.order().indexOf(question.key().rightChoices().iterator().next());
        String explanation = shortened(plain(question.explanation().in(phrases.language())));
        return Optional.of(new Card.Poll(prompt, options, right, explanation, closesAt.getEpochSecond()));
    }

    /**
     * The question after its end, with its answer.
     *
     * @param right people who were right
     * @param answered people who answered
     */
    public static Card closed(Shown shown, int right, int answered, Phrases phrases) {
        Draft.Builder draft = Draft.builder().text(shown.title());
        QuestionView.addPrompt(draft, shown.question(), phrases.language());
        draft.spans(options(shown, true, phrases))
                .text(shown.question().explanation().in(phrases.language()))
                .text(phrases.say("group.tally", Map.of("right", right, "answered", answered)));
        return new Card(draft.build().blocks(), List.of(), null);
    }

    /**
     * The answer, and who chose what.
     *
     * @param people how many chose each option, as the question counts them
     */
    public static Card spread(Shown shown, Map<Integer, Integer> people, Phrases phrases) {
        int most = people.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Choice> choices = shown.question().key().choices();
        String right = "";
        List<Span> bars = new ArrayList<>();
        for (int shownAt = 0; shownAt < shown.order().size(); shownAt++) {
            int option = shown.order().get(shownAt);
            int count = people.getOrDefault(option, 0);
            int length = most == 0 ? 0 : Math.round((float) LONGEST_BAR * count / most);
            boolean correct = choices.get(option).correct();
            right = correct ? QuestionView.letter(shownAt) : right;
            bars.add(Span.plain(shownAt == 0 ? "" : "\n"));
            bars.add(Span.bold(QuestionView.letter(shownAt)));
            bars.add(Span.plain(" " + "▇".repeat(length) + " " + count + (correct ? " ✅" : "")));
        }
        return Card.builder()
                .text(phrases.say("group.spread", "letter", right))
                .spans(bars)
                .text(shown.question().explanation().in(phrases.language()))
                .build();
    }

    private static List<Span> options(Shown shown, boolean solved, Phrases phrases) {
        List<Choice> choices = shown.question().key().choices();
        List<Span> spans = new ArrayList<>();
        for (int shownAt = 0; shownAt < shown.order().size(); shownAt++) {
            Choice choice = choices.get(shown.order().get(shownAt));
            String mark = !solved ? "" : choice.correct() ? "✅ " : "▫️ ";
            spans.add(Span.plain((shownAt == 0 ? "" : "\n") + mark));
            spans.add(Span.bold(QuestionView.letter(shownAt)));
            spans.add(Span.plain(". "));
            spans.addAll(Span.marked(choice.text().in(phrases.language())));
        }
        return spans;
    }

    private static String plain(String marked) {
        return new Block.Paragraph(Span.marked(marked)).plain().strip();
    }

    /** Whole sentences where some fit, else words. */
    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_EXPLANATION) {
            return line;
        }
        int sentence = line.lastIndexOf(". ", LONGEST_EXPLANATION - 1);
        if (sentence >= LONGEST_EXPLANATION / 3) {
            return line.substring(0, sentence + 1);
        }
        return line.substring(0, line.lastIndexOf(' ', LONGEST_EXPLANATION - 1)) + "…";
    }
}
