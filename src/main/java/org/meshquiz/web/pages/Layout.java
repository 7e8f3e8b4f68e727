package org.meshquiz.web.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.img;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import java.util.List;
import org.meshquiz.quiz.view.Phrases;

/** What all pages have in common. The library escapes all text and all values of attributes. */
final class Layout {
    private Layout() {}

    /** A place that the head of a page leads to. */
    record Place(String path, String name) {}

    /** A whole page. */
    static String page(Phrases phrases, String heading, List<Place> places, List<DomContent> content) {
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                        title(heading + " · MeshQuiz"),
                                        link().withRel("icon").withHref("/pages/favicon.svg"),
                                        link().withRel("stylesheet").withHref("/pages/pages.css")),
                                body(
                                        header(nav(each(
                                                        places,
                                                        place -> a(place.name()).withHref(place.path())))
                                                .attr("aria-label", phrases.say("pages.places"))),
                                        main(h1(heading), each(content, part -> part)),
                                        footer(
                                                p(phrases.say("board.purpose")),
                                                each(
                                                        places.isEmpty() ? List.of() : List.of(signOut(phrases)),
                                                        f -> f))))
                        .withLang(phrases.language().getLanguage())
                        .render();
    }

    /** A chart that fits the page, narrow or wide, in light and in dark. */
    static DomContent chart(String path, String says) {
        return tag("picture")
                .with(
                        source(path + "?narrow&dark", "(max-width: 600px) and (prefers-color-scheme: dark)"),
                        source(path + "?narrow", "(max-width: 600px)"),
                        source(path + "?dark", "(prefers-color-scheme: dark)"),
                        img().withSrc(path).withAlt(says).attr("loading", "lazy"));
    }

    private static DomContent source(String path, String media) {
        return tag("source").attr("srcset", path).attr("media", media);
    }

    private static DomContent signOut(Phrases phrases) {
        return form(button(phrases.say("pages.sign-out")).withType("submit"))
                .withMethod("post")
                .withAction("/pages/sign-out");
    }
}
