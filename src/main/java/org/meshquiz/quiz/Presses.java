package org.meshquiz.quiz;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.quiz.view.Action;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.Keyboards.Shown;

/** Presses of buttons: what a token means, and whether it is this person's to press. */
final class Presses {
    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]{22})\\.(\\d{1,2})");

    private final Answers answers;
    private final Texts texts;
    private final PrivacyCommands privacy;

    Presses(Answers answers, Texts texts, PrivacyCommands privacy) {
        this.answers = answers;
        this.texts = texts;
        this.privacy = privacy;
    }

    /** A button and what belongs to it. */
    private record Pressed(Shown shown, Action action) {}

    /** Does what the button stands for; an unknown, foreign or outdated one changes nothing and is answered. */
    void handle(Talk talk, String token) {
        pressed(talk, token).ifPresent(press -> act(talk, press.shown(), press.action()));
    }

    /**
     * The same beside boxes: a button that hands them in hands in exactly those.
     *
     * @param ticked tokens of the boxes; what is no box of this message is passed over
     */
    void handle(Talk talk, String token, List<String> ticked) {
        Pressed press = pressed(talk, token).orElse(null);
        if (press == null || !(press.action() instanceof Action.Done)) {
            if (press != null) {
                act(talk, press.shown(), press.action());
            }
            return;
        }
        Set<Integer> options = new HashSet<>();
        for (String box : ticked) {
            Matcher parts = TOKEN.matcher(box);
            if (parts.matches() && token.startsWith(parts.group(1) + ".")) {
                List<String> actions = press.shown().keyboard().actions();
                int index = Integer.parseInt(parts.group(2));
                Optional<Action> action = index < actions.size() ? Action.of(actions.get(index)) : Optional.empty();
                action.filter(Action.Choose.class::isInstance)
                        .ifPresent(choose -> options.add(((Action.Choose) choose).option()));
            }
        }
        delivery(talk, press.shown()).ifPresent(delivery -> answers.done(talk, delivery, options));
    }

    /** Takes the words that were written into a field which a button had opened. */
    void written(Talk talk, String token, String text) {
        Pressed press = pressed(talk, token).orElse(null);
        if (press == null || !(press.action() instanceof Action.Write)) {
            return;
        }
        String words = text.strip();
        if (words.isEmpty() || words.length() > Texts.LONGEST) {
            talk.note(talk.phrases().say(words.isEmpty() ? "question.typed" : "help.too-long"));
            return;
        }
        delivery(talk, press.shown()).ifPresent(delivery -> answers.typed(talk, delivery, words));
    }

    /** What a token stands for; where it stands for nothing any more, the person is told. */
    private static Optional<Pressed> pressed(Talk talk, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            talk.note(talk.phrases().say("session.foreign"));
            return Optional.empty();
        }
        Shown shown = talk.tx()
                .keyboards()
                .find(talk.learner().id(), parts.group(1), talk.now())
                .orElse(null);
        int index = Integer.parseInt(parts.group(2));
        if (shown == null || index >= shown.keyboard().actions().size()) {
            talk.note(talk.phrases().say("session.foreign"));
            return Optional.empty();
        }
        Optional<Action> action = Action.of(shown.keyboard().actions().get(index));
        if (action.isEmpty()) {
            talk.note(talk.phrases().say("session.stale"));
        }
        return action.map(known -> new Pressed(shown, known));
    }

    /** The question that a message puts; where it puts none any more, the person is told. */
    private static Optional<Delivery> delivery(Talk talk, Shown shown) {
        Optional<Delivery> delivery = Optional.ofNullable(shown.delivery());
        if (delivery.isEmpty()) {
            talk.note(talk.phrases().say("session.stale"));
        }
        return delivery;
    }

    private void act(Talk talk, Shown shown, Action action) {
        if (action instanceof Action.Command command) {
            texts.handle(talk, command.text(), false);
            return;
        }
        if (action instanceof Action.Forget) {
            privacy.forget(talk);
            return;
        }
        Delivery delivery = delivery(talk, shown).orElse(null);
        if (delivery == null) {
            return;
        }
        if (action instanceof Action.Choose choose) {
            answers.choose(talk, delivery, choose.option());
        } else if (action instanceof Action.Done) {
            answers.done(talk, delivery, delivery.chosen());
        } else if (action instanceof Action.DontKnow) {
            answers.dontKnow(talk, delivery);
        } else if (action instanceof Action.Tap tap) {
            answers.tap(talk, delivery, tap.confidence());
        } else if (action instanceof Action.Write) {
            talk.note(talk.phrases().say("question.typed"));
        }
    }
}
