package org.meshquiz.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.picture.Chart;
import org.meshquiz.question.Level;
import org.meshquiz.quiz.dashboard.Dashboards;
import org.meshquiz.quiz.dashboard.PageAccess;
import org.meshquiz.quiz.dashboard.PersonPage;
import org.meshquiz.quiz.dashboard.PersonPage.Panel;
import org.meshquiz.quiz.dashboard.QuestionsPage;
import org.meshquiz.quiz.dashboard.TeamPage;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.web.Routes;

/**
 * The pages and who gets them. A link from the chat shows a button first, since messengers look at links by themselves; the
 * button uses it up. In the local chat a person is whoever says so, on their own machine.
 */
public final class Pages implements Routes {
    private static final String COOKIE = "meshquiz-session";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final String CHART_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final PageAccess access;
    private final Dashboards dashboards;
    private final boolean local;
    private final boolean secure;

    /**
     * @param local whether people of the local chat come in without a link
     * @param secure whether the way to these pages is https, so that cookies may go no other
     */
    public Pages(PageAccess access, Dashboards dashboards, boolean local, boolean secure) {
        this.access = access;
        this.dashboards = dashboards;
        this.local = local;
        this.secure = secure;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/pages/*", ctx -> {
            // Without a referrer of its own a form would have no origin either, in browsers that tell nothing else.
            ctx.header("Content-Security-Policy", POLICY)
                    .header("Referrer-Policy", "same-origin")
                    .header("Cache-Control", "no-store");
        });
        byte[] style = read("pages.css");
        byte[] icon = read("/org/meshquiz/web/favicon.svg");
        routes.get(
                "/pages/favicon.svg",
                ctx -> ctx.header("Cache-Control", "no-cache")
                        .contentType("image/svg+xml")
                        .result(icon));
        routes.get(
                "/pages/pages.css",
                ctx -> ctx.header("Cache-Control", "no-cache")
                        .contentType("text/css; charset=utf-8")
                        .result(style));
        routes.get("/pages/enter/{link}", this::offer);
        routes.post("/pages/enter/{link}", this::enter);
        if (local) {
            routes.get("/pages/local/{person}", this::enterLocally);
        }
        routes.post("/pages/sign-out", this::signOut);
        routes.get("/pages", ctx -> ctx.redirect("/pages/me"));
        own(routes, "/pages/me", (ctx, page) -> html(ctx, PersonHtml.of(page)));
        own(routes, "/pages/me.csv", (ctx, page) -> csv(ctx, "meshquiz-me", Csv.of(page)));
        own(routes, "/pages/me/recall.svg", (ctx, page) -> svg(ctx, recall(chart(ctx, page), page)));
        own(
                routes,
                "/pages/me/calendar.svg",
                (ctx, page) -> svg(ctx, chart(ctx, page).calendar(page.days(), page.due())));
        own(routes, "/pages/me/level/{skill}.svg", this::level);
        routes.get(
                "/pages/team/{team}.csv",
                ctx -> team(ctx).ifPresentOrElse(page -> csv(ctx, "meshquiz-team", Csv.of(page)), () -> nothing(ctx)));
        routes.get(
                "/pages/team/{team}",
                ctx -> team(ctx).ifPresentOrElse(page -> html(ctx, TeamHtml.of(page)), () -> nothing(ctx)));
        routes.get("/pages/questions", this::questions);
        routes.get(
                "/pages/questions/{skill}.csv",
                ctx -> questionsOf(ctx)
                        .ifPresentOrElse(page -> csv(ctx, "meshquiz-questions", Csv.of(page)), () -> nothing(ctx)));
        routes.get("/pages/questions/{skill}", this::questions);
        routes.post("/pages/questions/{skill}/{question}/looked", this::looked);
    }

    private void offer(Context ctx) {
        Phrases phrases = told(ctx);
        html(ctx, Notices.enter(phrases, ctx.path()));
    }

    private void enter(Context ctx) {
        Optional<String> session = foreign(ctx) ? Optional.empty() : access.enter(ctx.pathParam("link"));
        if (session.isEmpty()) {
            ctx.status(HttpStatus.GONE);
            html(ctx, Notices.gone(told(ctx)));
            return;
        }
        open(ctx, session.get(), secure);
    }

    private void enterLocally(Context ctx) {
        Optional<String> session = access.enterLocally(ctx.pathParam("person"));
        if (session.isEmpty()) {
            nothing(ctx);
            return;
        }
        open(ctx, session.get(), false);
    }

    private static void open(Context ctx, String session, boolean https) {
        int seconds = (int) PageAccess.SESSION.toSeconds();
        ctx.cookie(new Cookie(COOKIE, session, "/pages", seconds, https, true, null, SameSite.LAX));
        ctx.redirect("/pages/me", HttpStatus.SEE_OTHER);
    }

    private void signOut(Context ctx) {
        String session = ctx.cookie(COOKIE);
        if (session != null && !foreign(ctx)) {
            access.leave(session);
            ctx.removeCookie(COOKIE, "/pages");
        }
        html(ctx, Notices.left(told(ctx)));
    }

    private void own(RoutesConfig routes, String path, BiConsumer<Context, PersonPage> show) {
        routes.get(
                path,
                ctx -> reader(ctx)
                        .flatMap(dashboards::person)
                        .ifPresentOrElse(page -> show.accept(ctx, page), () -> stranger(ctx)));
    }

    private void level(Context ctx, PersonPage page) {
        page.skills().stream()
                .filter(panel -> panel.id().equals(ctx.pathParam("skill")))
                .filter(panel -> !panel.history().isEmpty())
                .findFirst()
                .ifPresentOrElse(panel -> svg(ctx, level(chart(ctx, page), panel)), () -> nothing(ctx));
    }

    private static byte[] level(Chart chart, Panel panel) {
        return chart.level(
                panel.history(), Arrays.stream(Level.values()).map(Level::title).toList());
    }

    private static byte[] recall(Chart chart, PersonPage page) {
        List<Panel> skills = page.skills();
        return chart.recall(
                skills.stream().map(Panel::name).toList(),
                skills.stream().map(Panel::recall).toList());
    }

    private static Chart chart(Context ctx, PersonPage page) {
        return new Chart(
                ctx.queryParamMap().containsKey("narrow"),
                ctx.queryParamMap().containsKey("dark"),
                page.phrases().language());
    }

    private Optional<TeamPage> team(Context ctx) {
        String team = ctx.pathParam("team");
        return team.matches("\\d{1,18}")
                ? reader(ctx).flatMap(reader -> dashboards.team(reader, Long.parseLong(team)))
                : Optional.empty();
    }

    private void questions(Context ctx) {
        String from = Optional.ofNullable(ctx.queryParam("from")).orElse("0");
        questionsOf(ctx)
                .ifPresentOrElse(
                        page -> html(
                                ctx, QuestionsHtml.of(page, from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0)),
                        () -> nothing(ctx));
    }

    private Optional<QuestionsPage> questionsOf(Context ctx) {
        String skill = ctx.pathParamMap().getOrDefault("skill", "");
        return reader(ctx).flatMap(reader -> dashboards.questions(reader, skill));
    }

    private void looked(Context ctx) {
        boolean done = !foreign(ctx)
                && reader(ctx)
                        .filter(reader -> dashboards.looked(reader, ctx.pathParam("question")))
                        .isPresent();
        if (done) {
            ctx.redirect("/pages/questions/" + ctx.pathParam("skill"), HttpStatus.SEE_OTHER);
        } else {
            nothing(ctx);
        }
    }

    private Optional<LearnerId> reader(Context ctx) {
        return access.who(ctx.cookie(COOKIE));
    }

    /** A form of another site; cookies do not come with those anyway. */
    private static boolean foreign(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin");
        }
        String origin = ctx.header("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(ctx.header("Host"));
    }

    /** Of what is not there and of what one may not see the same is told. */
    private void nothing(Context ctx) {
        if (reader(ctx).isEmpty()) {
            stranger(ctx);
            return;
        }
        ctx.status(HttpStatus.NOT_FOUND);
        html(ctx, Notices.nothing(told(ctx)));
    }

    private static void stranger(Context ctx) {
        ctx.status(HttpStatus.UNAUTHORIZED);
        html(ctx, Notices.stranger(told(ctx)));
    }

    /** The language of somebody who is not known yet, as their browser says. */
    private static Phrases told(Context ctx) {
        String accepted = Optional.ofNullable(ctx.header("Accept-Language")).orElse("");
        return Phrases.in(
                accepted.toLowerCase(Locale.ROOT).startsWith("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH);
    }

    private static void html(Context ctx, String page) {
        ctx.contentType("text/html; charset=utf-8").result(page);
    }

    private static void csv(Context ctx, String name, String table) {
        ctx.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .result(table);
    }

    private static void svg(Context ctx, byte[] chart) {
        ctx.header("Content-Security-Policy", CHART_POLICY)
                .header("Cache-Control", "private, max-age=60")
                .contentType("image/svg+xml")
                .result(chart);
    }

    private static byte[] read(String name) {
        try (InputStream file = Pages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the file " + name + " of the pages is missing; build the jar anew");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
