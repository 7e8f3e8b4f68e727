package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the program lives, and whether it is ready for work: {@code /health/live} and {@code /health/ready}. */
public final class Health implements Routes {
    private final BooleanSupplier ready;

    /**
     * @param ready whether the program can answer people now; asked at every request
     */
    public Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", ctx -> Json.write(ctx, Map.of("status", "ok")));
        routes.get("/health/ready", ctx -> {
            boolean now = ready.getAsBoolean();
            ctx.status(now ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
            Json.write(ctx, Map.of("status", now ? "ok" : "unavailable"));
        });
    }
}
