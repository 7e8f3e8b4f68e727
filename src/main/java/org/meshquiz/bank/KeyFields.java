package org.meshquiz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.TypedText;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a question offers and what counts as right: {@code kind}, {@code options}, {@code accept}. */
final class KeyFields {
    static final List<String> KINDS = List.of("single", "several", "typed");

    private static final Fields.Shape OPTION =
            new Fields.Shape("an option", List.of("en", "ru", "both", "correct", "why"));

    private final Fields question;
    private final String name;
    private final Faults faults;
    private final TextFields texts;

    /**
     * Reads from the keys of a question.
     *
     * @param name what faults call the question
     */
    KeyFields(Fields question, String name, Faults faults) {
        this.question = question;
        this.name = name;
        this.faults = faults;
        this.texts = new TextFields(faults);
    }

    /** The key; nothing where it is missing or wrong, with the faults. */
    Optional<Key> read() {
        return question.neededText("kind").flatMap(kind -> switch (kind.text()) {
            case "single" -> choice(false);
            case "several" -> choice(true);
            case "typed" -> typed();
            default -> {
                faults.add(
                        kind.line(),
                        "'" + Fields.shortened(kind.text()) + "' is no kind of question",
                        Fields.nearest(kind.text(), KINDS));
                yield Optional.empty();
            }
        });
    }

    private Optional<Key> choice(boolean several) {
        question.refuse("accept", "belongs to a typed question", "delete it, or set kind: typed");
        if (question.needed("options").isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Node>> items = question.items("options");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        int before = faults.count();
        List<Choice> choices = new ArrayList<>();
        items.get().forEach(item -> option(item).ifPresent(choices::add));
        if (faults.count() > before || !rightNumber(choices, several)) {
            return Optional.empty();
        }
        return Optional.of(several ? new Key.Several(choices) : new Key.Single(choices));
    }

    private boolean rightNumber(List<Choice> choices, boolean several) {
        int fewest = several ? Limits.FEWEST_OPTIONS_OF_SEVERAL : Limits.FEWEST_OPTIONS;
        int offered = choices.size();
        if (offered < fewest || offered > Limits.MOST_OPTIONS) {
            faults.add(
                    question.line("options"),
                    name + " has " + offered + " options",
                    "give it " + fewest + " to " + Limits.MOST_OPTIONS);
            return false;
        }
        long correct = choices.stream().filter(Choice::correct).count();
        if (!several && correct != 1) {
            String remedy = correct == 0 ? "mark one with correct: true" : "unmark all but one or set kind: several";
            wrongCount(correct, "a single-choice question has 1", remedy);
            return false;
        }
        if (several && (correct < 2 || correct == offered)) {
            String remedy = correct == 1 ? "mark another or set kind: single" : "mark the right ones, not all";
            wrongCount(correct, "a several-of question has 2 to " + (offered - 1), remedy);
            return false;
        }
        return true;
    }

    private void wrongCount(long correct, String rule, String remedy) {
        faults.add(
                question.line("options"),
                name + " has " + correct + (correct == 1 ? " option" : " options") + " marked correct, " + rule,
                remedy);
    }

    private Optional<Choice> option(Node item) {
        return Fields.of(item, OPTION, faults).flatMap(option -> {
            int before = faults.count();
            boolean correct = option.text("correct").map(this::isTrue).orElse(false);
            Optional<Localized> text = optionText(option);
            Optional<Localized> why = Optional.empty();
            if (correct) {
                option.refuse("why", "tells why an option is wrong, this one is right", "move it to explain");
            } else {
                why = texts.needed(option, "why", Limits.WHY);
            }
            Localized reason = why.orElse(null);
            return faults.count() > before
                    ? Optional.empty()
                    : text.map(wording -> new Choice(wording, correct, reason));
        });
    }

    private Optional<Localized> optionText(Fields option) {
        if (!option.has("both")) {
            return texts.read(option, "option", Limits.OPTION);
        }
        option.refuse("en", "stands beside 'both'", "keep one of them");
        option.refuse("ru", "stands beside 'both'", "keep one of them");
        return texts.fitting(option.text("both"), "option", Limits.OPTION).map(Localized::both);
    }

    private boolean isTrue(Fields.Value value) {
        if (!value.text().equals("true") && !value.text().equals("false")) {
            faults.add(value.line(), "'correct' is neither true nor false", "write correct: true on a right option");
        }
        return value.text().equals("true");
    }

    private Optional<Key> typed() {
        question.refuse("options", "belong to single and several", "delete them, or set another kind");
        if (question.needed("accept").isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Node>> items = question.items("accept");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<String> forms = new ArrayList<>();
        for (Node item : items.get()) {
            Optional<Fields.Value> form = Fields.plain(item)
                    .filter(value -> !TypedText.normal(value.text()).isEmpty());
            if (form.isEmpty()) {
                faults.add(YamlTree.line(item), "this accepted form has nothing to type", "write the answer itself");
            }
            texts.fitting(form, "accept", Limits.ACCEPTED_FORM).ifPresent(forms::add);
        }
        if (items.get().isEmpty()) {
            faults.add(question.line("accept"), name + " accepts nothing", "list each form that counts as right");
        }
        return forms.isEmpty() ? Optional.empty() : Optional.of(new Key.Typed(forms));
    }
}
