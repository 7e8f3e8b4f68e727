package org.meshquiz.web.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meshquiz.quiz.dashboard.QuestionsPage;
import org.meshquiz.quiz.dashboard.QuestionsPage.Row;
import org.meshquiz.quiz.view.Phrases;

/** The questions of a skill for their authors. */
final class QuestionsHtml {
    /** So many rows fit into a page that comes fast. */
    private static final int ROWS = 40;

    private static final int LONGEST_PROMPT = 160;

    private QuestionsHtml() {}

    /**
     * @param from the first row that is shown, from 0
     */
    static String of(QuestionsPage page, int from) {
        Phrases phrases = page.phrases();
        int first = Math.min(Math.max(from, 0), Math.max(0, page.questions().size() - 1));
        int end = Math.min(page.questions().size(), first + ROWS);
        List<Row> rows = page.questions().subList(first, end);
        List<DomContent> content = new ArrayList<>();
        content.add(nav(each(page.skills().entrySet(), skill -> skill(skill, page.skill())))
                .attr("aria-label", phrases.say("pages.skill"))
                .withClass("skills"));
        content.add(p(phrases.say("pages.questions-says")));
        content.add(div(table(rows, phrases, page.skill()))
                .withClass("wide")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", phrases.say("pages.questions")));
        String path = "/pages/questions/" + page.skill();
        if (end < page.questions().size()) {
            content.add(p(a(phrases.say("pages.more")).withHref(path + "?from=" + end)));
        }
        content.add(p(a(phrases.say("pages.csv")).withHref(path + ".csv")));
        return Layout.page(phrases, phrases.say("pages.questions"), PersonHtml.places(phrases, true), content);
    }

    private static DomContent skill(Map.Entry<String, String> skill, String shown) {
        var link = a(skill.getValue()).withHref("/pages/questions/" + skill.getKey());
        return skill.getKey().equals(shown) ? link.attr("aria-current", "page") : link;
    }

    private static DomContent table(List<Row> rows, Phrases phrases, String skill) {
        List<String> heads =
                List.of("question", "level", "answers", "right", "by-level", "discrimination", "error", "look");
        return j2html.TagCreator.table(
                caption(phrases.say("pages.questions")),
                thead(tr(each(
                        heads, head -> th(phrases.say("pages.head." + head)).attr("scope", "col")))),
                tbody(each(rows, row -> row(row, phrases, skill))));
    }

    private static DomContent row(Row row, Phrases phrases, String skill) {
        String prompt =
                row.prompt().length() > LONGEST_PROMPT ? row.prompt().substring(0, LONGEST_PROMPT) + "…" : row.prompt();
        return tr(
                th(code(row.id()), span(" " + prompt)).attr("scope", "row"),
                td(row.suggested() == null ? row.level() : row.level() + " → " + row.suggested() + "?"),
                td(String.valueOf(row.asked())),
                td(row.right() == null ? "·" : Math.round(100 * row.right()) + " %"),
                td(String.join(" / ", row.ofLevel())),
                td(row.discrimination() == null ? "·" : String.format(Locale.ROOT, "%.2f", row.discrimination())),
                td(row.error() == null ? "·" : row.error()),
                td(look(row, phrases, skill)));
    }

    private static DomContent look(Row row, Phrases phrases, String skill) {
        List<DomContent> parts = new ArrayList<>();
        List<String> notes = new ArrayList<>(row.reports());
        if (row.doubted()) {
            notes.add(0, phrases.say("pages.doubted"));
        }
        if (row.needsReview()) {
            notes.add(phrases.say("pages.needs-review"));
        }
        if (notes.isEmpty()) {
            return text("·");
        }
        parts.add(ul(each(notes, note -> li(note))));
        if (!row.reports().isEmpty() || row.doubted()) {
            parts.add(form(button(phrases.say("pages.looked"))
                            .withType("submit")
                            .attr("aria-label", phrases.say("pages.looked") + ": " + row.id()))
                    .withMethod("post")
                    .withAction("/pages/questions/" + skill + "/" + row.id() + "/looked"));
        }
        return div().with(parts);
    }
}
