package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether what authors have written last is what people are asked, for the operator: {@code /health/bank}. */
public final class BankHealth implements Routes {
    private final Supplier<List<String>> faults;

    /**
     * @param faults what keeps the newest state of the bank's folder from being served, asked at every request
     */
    public BankHealth(Supplier<List<String>> faults) {
        this.faults = faults;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/bank", ctx -> {
            List<String> now = faults.get();
            Json.write(ctx, Map.of("status", now.isEmpty() ? "ok" : "broken", "faults", now));
        });
    }
}
