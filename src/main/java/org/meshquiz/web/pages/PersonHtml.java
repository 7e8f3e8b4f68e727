package org.meshquiz.web.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.meter;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.meshquiz.quiz.dashboard.PersonPage;
import org.meshquiz.quiz.dashboard.PersonPage.Domain;
import org.meshquiz.quiz.dashboard.PersonPage.Panel;
import org.meshquiz.quiz.dashboard.PersonPage.TeamLink;
import org.meshquiz.quiz.view.Phrases;

/** A person's own page. */
final class PersonHtml {
    private PersonHtml() {}

    static String of(PersonPage page) {
        Phrases phrases = page.phrases();
        List<DomContent> content = new ArrayList<>();
        if (page.skills().isEmpty()) {
            content.add(p(phrases.say("pages.nothing")));
        } else {
            page.skills().forEach(panel -> content.add(panel(panel, phrases)));
            content.add(section(
                    h2(phrases.say("pages.recall")),
                    p(phrases.say("pages.recall-says")),
                    Layout.chart("/pages/me/recall.svg", recall(page))));
            int today = page.due().get(0);
            content.add(section(
                    h2(phrases.say("pages.calendar")),
                    Layout.chart(
                            "/pages/me/calendar.svg",
                            phrases.say(
                                    "pages.calendar-says",
                                    Map.of(
                                            "today",
                                            today,
                                            "all",
                                            page.due().stream()
                                                    .mapToInt(Integer::intValue)
                                                    .sum())))));
            content.add(p(a(phrases.say("pages.csv")).withHref("/pages/me.csv")));
        }
        if (!page.teams().isEmpty()) {
            content.add(section(h2(phrases.say("pages.teams")), ul(each(page.teams(), team -> li(team(team))))));
        }
        return Layout.page(phrases, phrases.say("pages.me"), places(phrases, page.authors()), content);
    }

    /** Where the head of a page leads. */
    static List<Layout.Place> places(Phrases phrases, boolean authors) {
        List<Layout.Place> places = new ArrayList<>();
        places.add(new Layout.Place("/pages/me", phrases.say("pages.me")));
        if (authors) {
            places.add(new Layout.Place("/pages/questions", phrases.say("pages.questions")));
        }
        return places;
    }

    private static DomContent team(TeamLink team) {
        return team.leads()
                ? a(team.title()).withHref("/pages/team/" + team.team())
                : j2html.TagCreator.text(team.title());
    }

    private static DomContent panel(Panel panel, Phrases phrases) {
        List<DomContent> parts = new ArrayList<>();
        parts.add(h2(panel.name()));
        parts.add(p(
                strong(panel.level()),
                j2html.TagCreator.text(" · " + phrases.say("level.answers", "answers", panel.answers()))));
        if (panel.history().size() > 1) {
            parts.add(Layout.chart(
                    "/pages/me/level/" + panel.id() + ".svg",
                    phrases.say("pages.level-says", Map.of("skill", panel.name(), "level", panel.level()))));
        }
        if (!panel.domains().isEmpty()) {
            parts.add(table(
                    caption(phrases.say("pages.domains")),
                    thead(tr(
                            th(phrases.say("pages.domain")).attr("scope", "col"),
                            th(phrases.say("pages.right")).attr("scope", "col"))),
                    tbody(each(panel.domains(), PersonHtml::domain))));
        }
        return section().with(parts).withClass("panel");
    }

    private static DomContent domain(Domain domain) {
        String told = domain.right() + " / " + domain.asked();
        return tr(
                th(domain.name()).attr("scope", "row"),
                td(
                                meter(told)
                                        .attr("value", String.valueOf(domain.right()))
                                        .attr("min", "0")
                                        .attr("max", String.valueOf(domain.asked()))
                                        .attr("aria-label", domain.name() + ": " + told),
                                j2html.TagCreator.text(" " + told))
                        .withClass("share"));
    }

    private static String recall(PersonPage page) {
        List<String> told = new ArrayList<>();
        for (Panel panel : page.skills()) {
            List<Double> curve = panel.recall();
            told.add(panel.name() + ": " + Math.round(100 * curve.get(0)) + " % → "
                    + Math.round(100 * curve.get(curve.size() - 1)) + " %");
        }
        return String.join("; ", told);
    }
}
