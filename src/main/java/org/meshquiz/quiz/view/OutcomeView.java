package org.meshquiz.quiz.view;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Span;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;

/** A question after its answer: right or not, why, where to read on, and when it comes back. */
public final class OutcomeView {
    private OutcomeView() {}

    /**
     * An answer and what followed from it.
     *
     * @param correct whether it was right
     * @param order the options in the order shown
     * @param chosen what was chosen, as the question counts it; empty for a typed answer or "I don't know"
     * @param typed the words of a typed answer, or null
     * @param confidence what the person said about a right answer, or null
     * @param dueOn the day on which the question comes back
     * @param today the person's calendar day
     * @param noteHeading the note and its section as people read them
     * @param delivery number of the delivery that was answered
     */
    public record Outcome(
            boolean correct,
            List<Integer> order,
            Set<Integer> chosen,
            @Nullable String typed,
            Action.@Nullable Confidence confidence,
            LocalDate dueOn,
            LocalDate today,
            String noteHeading,
            long delivery) {}

    /** The message that replaces the question. */
    public static Draft draft(Question question, Outcome outcome, Phrases phrases) {
        Locale language = phrases.language();
        Draft.Builder draft = Draft.builder().text(verdict(question, outcome, phrases));
        QuestionView.addPrompt(draft, question, language);
        if (question.key() instanceof Key.Typed typed) {
            addTyped(draft, typed, outcome, phrases);
        } else {
            draft.spans(options(question, outcome, language));
        }
        draft.text(whyWrong(question, outcome, language));
        draft.text(question.explanation().in(language));
        draft.spans(sources(question, outcome, phrases));
        draft.text(comesBack(outcome, phrases));
        List<Draft.Option> buttons = new ArrayList<>();
        if (outcome.correct() && outcome.confidence() == null) {
            buttons.add(new Draft.Option(phrases.say("button.guessed"), new Action.Tap(Action.Confidence.GUESSED)));
            buttons.add(new Draft.Option(phrases.say("button.easy"), new Action.Tap(Action.Confidence.EASY)));
        }
        buttons.add(Draft.Option.command("⚑", "/flag " + outcome.delivery()));
        draft.row(buttons);
        return draft.build();
    }

    private static String verdict(Question question, Outcome outcome, Phrases phrases) {
        if (outcome.correct()) {
            return phrases.say("outcome.right");
        }
        if (outcome.chosen().isEmpty() && outcome.typed() == null) {
            return phrases.say("outcome.unknown");
        }
        if (question.key() instanceof Key.Several) {
            long hits = outcome.chosen().stream()
                    .filter(question.key().rightChoices()::contains)
                    .count();
            return phrases.say(
                    "outcome.partly",
                    Map.of("hits", hits, "right", question.key().rightChoices().size()));
        }
        return phrases.say("outcome.wrong");
    }

    private static List<Span> options(Question question, Outcome outcome, Locale language) {
        List<Choice> choices = question.key().choices();
        List<Span> spans = new ArrayList<>();
        for (int shownAt = 0; shownAt < outcome.order().size(); shownAt++) {
            int option = outcome.order().get(shownAt);
            Choice choice = choices.get(option);
            boolean chosen = outcome.chosen().contains(option);
            String mark = choice.correct() ? "✅ " : chosen ? "❌ " : "▫️ ";
            spans.add(Span.plain((shownAt == 0 ? "" : "\n") + mark));
            spans.add(chosen ? Span.bold(QuestionView.letter(shownAt)) : Span.plain(QuestionView.letter(shownAt)));
            spans.add(Span.plain(". "));
            spans.addAll(Span.marked(choice.text().in(language)));
        }
        return spans;
    }

    private static void addTyped(Draft.Builder draft, Key.Typed key, Outcome outcome, Phrases phrases) {
        List<Span> spans = new ArrayList<>();
        if (outcome.typed() != null && !outcome.correct()) {
            spans.add(Span.plain("❌ "));
            spans.add(Span.code(outcome.typed()));
            spans.add(Span.plain("\n"));
        }
        spans.add(Span.plain("✅ "));
        spans.add(Span.code(
                outcome.correct() && outcome.typed() != null
                        ? outcome.typed()
                        : key.accept().get(0)));
        draft.spans(spans);
        if (!outcome.correct() && key.accept().size() > 1) {
            draft.text(phrases.say("outcome.also", "forms", "`" + key.accept().get(1) + "`"));
        }
    }

    private static String whyWrong(Question question, Outcome outcome, Locale language) {
        StringBuilder why = new StringBuilder();
        for (int shownAt = 0; shownAt < outcome.order().size(); shownAt++) {
            int option = outcome.order().get(shownAt);
            Localized reason = question.key().choices().get(option).why();
            if (outcome.chosen().contains(option) && reason != null) {
                why.append(why.isEmpty() ? "" : "\n")
                        .append("**")
                        .append(QuestionView.letter(shownAt))
                        .append("** — ")
                        .append(reason.in(language));
            }
        }
        return why.toString();
    }

    private static List<Span> sources(Question question, Outcome outcome, Phrases phrases) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.plain("📓 " + outcome.noteHeading()));
        Optional<URI> docs = Optional.ofNullable(question.source().reference().docs());
        docs.ifPresent(page -> {
            spans.add(Span.plain("\n📖 "));
            spans.add(Span.link(phrases.say("outcome.docs", "site", Objects.toString(page.getHost(), "")), page));
        });
        String version = question.source().reference().version();
        if (version != null) {
            spans.add(Span.plain(" · " + version));
        }
        return spans;
    }

    private static String comesBack(Outcome outcome, Phrases phrases) {
        String day = Days.say(outcome.dueOn(), outcome.today(), phrases);
        String said = outcome.confidence() == null
                ? ""
                : phrases.say("outcome.tapped." + outcome.confidence().key()) + " ";
        return "🔁 " + said + phrases.say("outcome.back", "day", day);
    }
}
