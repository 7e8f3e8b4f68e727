package org.meshquiz.web.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meshquiz.question.Level;
import org.meshquiz.quiz.dashboard.TeamPage;
import org.meshquiz.quiz.dashboard.TeamPage.Row;
import org.meshquiz.quiz.dashboard.TeamPage.Shared;
import org.meshquiz.quiz.view.Phrases;

/** A team in numbers. */
final class TeamHtml {
    /** With fewer people who can cover a skill, one holiday leaves it bare. */
    private static final int ENOUGH_TO_COVER = 2;

    private static final int SHADES = 5;

    private TeamHtml() {}

    static String of(TeamPage page) {
        Phrases phrases = page.phrases();
        List<DomContent> content = new ArrayList<>();
        content.add(p(phrases.say("board.members", "count", page.members()) + ". " + phrases.say("pages.discretion")));
        if (page.skills().isEmpty()) {
            content.add(p(phrases.say("board.nobody.coverage")));
        } else {
            content.add(section(wide(map(page, phrases))));
            content.add(p(a(phrases.say("pages.csv")).withHref("/pages/team/" + page.team() + ".csv")));
        }
        if (!page.shared().isEmpty()) {
            content.add(section(wide(shared(page, phrases))));
        }
        return Layout.page(phrases, page.title(), PersonHtml.places(phrases, true), content);
    }

    private static DomContent wide(DomContent table) {
        return div(table)
                .withClass("wide")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", "table");
    }

    private static DomContent map(TeamPage page, Phrases phrases) {
        return table(
                caption(phrases.say("pages.map")),
                thead(tr(
                        th(phrases.say("pages.skill")).attr("scope", "col"),
                        each(
                                Arrays.asList(Level.values()),
                                level -> th(level.title()).attr("scope", "col")),
                        th(phrases.say("pages.cover")).attr("scope", "col"))),
                tbody(each(page.skills(), row -> row(row, phrases))));
    }

    private static DomContent row(Row row, Phrases phrases) {
        if (!row.told()) {
            return tr(
                    th(row.name()).attr("scope", "row"),
                    td(phrases.say("board.coverage.few")).attr("colspan", String.valueOf(Level.values().length + 1)));
        }
        boolean gap = row.canCover() < ENOUGH_TO_COVER;
        return tr(
                th(row.name()).attr("scope", "row"),
                each(
                        row.ofLevel(),
                        count -> td(String.valueOf(count)).withClass("heat heat-" + shade(count, row.known()))),
                td((gap ? "⚠ " : "") + row.canCover()).withClass(gap ? "gap" : ""));
    }

    private static int shade(int count, int known) {
        return count == 0 ? 0 : Math.min(SHADES - 1, 1 + (SHADES - 1) * count / Math.max(1, known));
    }

    private static DomContent shared(TeamPage page, Phrases phrases) {
        return table(
                caption(phrases.say("pages.shared")),
                thead(tr(
                        th(phrases.say("pages.person")).attr("scope", "col"),
                        each(page.skills(), row -> th(row.name()).attr("scope", "col")))),
                tbody(each(page.shared(), TeamHtml::person)));
    }

    private static DomContent person(Shared person) {
        return tr(
                th(person.name()).attr("scope", "row"),
                each(person.levels(), level -> td(level.isEmpty() ? "·" : level)));
    }
}
