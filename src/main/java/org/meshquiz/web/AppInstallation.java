package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets people add an app to where they work: {@code …/install} sends them to the platform, which sends them back to {@code
 * …/installed}. Only the browser that began may end it, which a cookie shows.
 */
public final class AppInstallation implements Routes {
    private static final String COOKIE = "meshquiz-install";
    private static final int TEN_MINUTES = 600;
    private static final int STATE_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final String path;
    private final Function<String, URI> page;
    private final Predicate<String> finish;

    /**
     * @param name the platform's part of the path
     * @param page where the platform asks them, given a state that comes back
     * @param finish takes the code that they come back with; whether all is well
     */
    public AppInstallation(String name, Function<String, URI> page, Predicate<String> finish) {
        this.path = Webhook.PATHS + name;
        this.page = page;
        this.finish = finish;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(path + "/install", this::begin);
        routes.get(path + "/installed", this::end);
    }

    private void begin(Context ctx) {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ctx.cookie(new Cookie(COOKIE, state, path, TEN_MINUTES, true, true, null, SameSite.LAX));
        ctx.redirect(page.apply(state).toString());
    }

    private void end(Context ctx) {
        String state = ctx.queryParam("state");
        String code = ctx.queryParam("code");
        String begun = ctx.cookie(COOKIE);
        ctx.removeCookie(COOKIE, path);
        boolean own = state != null && !state.isEmpty() && state.equals(begun);
        if (!own || code == null || code.length() > 1_000) {
            tell(
                    ctx,
                    400,
                    "This did not begin here, or took too long. Open " + path + "/install again."
                            + " · Начало было не здесь или слишком давно. Откройте " + path + "/install ещё раз.");
        } else if (finish.test(code)) {
            tell(
                    ctx,
                    200,
                    "MeshQuiz is in your workspace: write it a direct message. · MeshQuiz в вашем рабочем"
                            + " пространстве: напишите ему личное сообщение.");
        } else {
            tell(
                    ctx,
                    502,
                    "It did not come about; nothing was kept. Open " + path + "/install again."
                            + " · Не получилось, ничего не сохранено. Откройте " + path + "/install ещё раз.");
        }
    }

    private static void tell(Context ctx, int status, String text) {
        ctx.status(status).contentType("text/plain; charset=utf-8").result(text);
    }
}
