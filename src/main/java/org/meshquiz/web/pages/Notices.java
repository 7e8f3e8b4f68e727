package org.meshquiz.web.pages;

import static j2html.TagCreator.button;
import static j2html.TagCreator.form;
import static j2html.TagCreator.p;

import java.util.List;
import org.meshquiz.quiz.view.Phrases;

/** Short pages: the way in, the way out, and why something is not shown. */
final class Notices {
    private Notices() {}

    /** The button that uses a link up. */
    static String enter(Phrases phrases, String path) {
        return Layout.page(
                phrases,
                phrases.say("pages.me"),
                List.of(),
                List.of(
                        p(phrases.say("pages.enter-says")),
                        form(button(phrases.say("pages.enter")).withType("submit"))
                                .withMethod("post")
                                .withAction(path)));
    }

    static String gone(Phrases phrases) {
        return say(phrases, "pages.gone");
    }

    static String left(Phrases phrases) {
        return say(phrases, "pages.left");
    }

    static String stranger(Phrases phrases) {
        return say(phrases, "pages.stranger");
    }

    static String nothing(Phrases phrases) {
        return say(phrases, "pages.not-found");
    }

    private static String say(Phrases phrases, String key) {
        return Layout.page(phrases, "MeshQuiz", List.of(), List.of(p(phrases.say(key))));
    }
}
