package org.meshquiz.quiz.view;

import org.meshquiz.quiz.view.Draft.Option;

/** What the bot understands. */
public final class HelpView {
    private HelpView() {}

    public static Draft draft(Phrases phrases) {
        return Draft.builder()
                .text(phrases.say("help.title"))
                .text(phrases.say("help.lines"))
                .text(phrases.say("help.answer"))
                .row(
                        Option.command(phrases.say("button.quiz"), "/quiz"),
                        Option.command(phrases.say("button.skills"), "/skills"),
                        Option.command(phrases.say("button.me"), "/me"))
                .build();
    }

    /** A short form for somebody who wrote what was not understood. */
    public static Draft after(String sentence, Phrases phrases) {
        return Draft.builder()
                .text(sentence)
                .row(
                        Option.command(phrases.say("button.quiz"), "/quiz"),
                        Option.command(phrases.say("button.skills"), "/skills"),
                        Option.command(phrases.say("button.help"), "/help"))
                .build();
    }
}
