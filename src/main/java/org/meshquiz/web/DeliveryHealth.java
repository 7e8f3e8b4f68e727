package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.function.Supplier;
import org.meshquiz.quiz.Backlog;

/** How sending goes, for the operator: {@code /health/delivery}. Numbers only. */
public final class DeliveryHealth implements Routes {
    private final Supplier<Backlog> backlog;

    /**
     * @param backlog asked at every request
     */
    public DeliveryHealth(Supplier<Backlog> backlog) {
        this.backlog = backlog;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/delivery", ctx -> {
            Backlog now = backlog.get();
            Json.write(
                    ctx,
                    Map.of(
                            "waiting", now.waiting(),
                            "oldestSeconds", now.oldest().toSeconds(),
                            "unknown", now.unknown(),
                            "failed", now.failed()));
        });
    }
}
