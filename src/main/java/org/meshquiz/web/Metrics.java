package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import java.util.function.Supplier;

/** Figures for Prometheus: {@code /metrics}. */
public final class Metrics implements Routes {
    private final Supplier<String> scrape;

    /**
     * @param scrape all figures in Prometheus' text format
     */
    public Metrics(Supplier<String> scrape) {
        this.scrape = scrape;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/metrics",
                ctx -> ctx.header("Cache-Control", "no-store")
                        .contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(scrape.get()));
    }
}
