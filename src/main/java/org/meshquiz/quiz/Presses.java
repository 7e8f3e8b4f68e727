package org.meshquiz.quiz;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.quiz.view.Action;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.Keyboards.Keyboard;

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

    /** Does what the button stands for; an unknown, foreign or outdated one changes nothing and is answered. */
    void handle(Talk talk, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            talk.note(talk.phrases().say("session.foreign"));
            return;
        }
        Keyboard keyboard = talk.tx()
                .keyboards()
                .find(talk.learner().id(), parts.group(1), talk.now())
                .orElse(null);
        int index = Integer.parseInt(parts.group(2));
        if (keyboard == null || index >= keyboard.actions().size()) {
            talk.note(talk.phrases().say("session.foreign"));
            return;
        }
        Optional<Action> action = Action.of(keyboard.actions().get(index));
        if (action.isEmpty()) {
            talk.note(talk.phrases().say("session.stale"));
        } else {
            act(talk, keyboard, action.get());
        }
    }

    private void act(Talk talk, Keyboard keyboard, Action action) {
        if (action instanceof Action.Command command) {
            texts.handle(talk, command.text(), false);
            return;
        }
        if (action instanceof Action.Forget) {
            privacy.forget(talk);
            return;
        }
        Long number = keyboard.delivery();
        Delivery delivery = number == null
                ? null
                : talk.tx().deliveries().find(talk.learner().id(), number).orElse(null);
        if (delivery == null) {
            talk.note(talk.phrases().say("session.stale"));
        } else if (action instanceof Action.Choose choose) {
            answers.choose(talk, delivery, choose.option());
        } else if (action instanceof Action.Done) {
            answers.done(talk, delivery);
        } else if (action instanceof Action.DontKnow) {
            answers.dontKnow(talk, delivery);
        } else if (action instanceof Action.Tap tap) {
            answers.tap(talk, delivery, tap.confidence());
        }
    }
}
