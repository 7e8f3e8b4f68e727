package org.meshquiz.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.meshquiz.chat.Messenger;
import org.meshquiz.quiz.Vitals;
import org.meshquiz.quiz.Watch;

/** All figures of a program. Names end as Prometheus has it: seconds, total. No label holds anything of a person. */
public final class Figures implements Watch, AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LogbackMetrics log = new LogbackMetrics();
    private final Counter right;
    private final Counter wrong;
    private final Timer grading;
    private final Timer handledWell;
    private final Timer handledBadly;

    public Figures() {
        right = answers("right");
        wrong = answers("wrong");
        grading = histogram(Timer.builder("meshquiz.grading")
                .description("From an answer to what is remembered and believed of the person since"));
        handledWell = updates("done");
        handledBadly = updates("failed");
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        log.bindTo(registry);
    }

    @Override
    public void answered(boolean correct, Duration time) {
        (correct ? right : wrong).increment();
        grading.record(time);
    }

    @Override
    public void handled(Duration time, boolean well) {
        (well ? handledWell : handledBadly).record(time);
    }

    /** The same messenger, watched. */
    public Messenger watch(String platform, Messenger messenger) {
        return new WatchedMessenger(registry, platform, messenger);
    }

    /** The same tick, timed; what it returns is counted as people or groups that it was about. */
    public Runnable tick(String name, IntSupplier work) {
        Timer time = Timer.builder("meshquiz.tick")
                .description("Time of a tick of the scheduler")
                .tag("name", name)
                .register(registry);
        Counter served = Counter.builder("meshquiz.tick.served")
                .description("People or groups that a tick was about")
                .tag("name", name)
                .register(registry);
        return () -> time.record(() -> served.increment(work.getAsInt()));
    }

    /** Shows how things stand, asked at most every few seconds however often they are scraped. */
    public void show(Callable<Vitals> vitals) {
        Remembered<Vitals> remembered = new Remembered<>(vitals, Duration.ofSeconds(5));
        gauge("outbox.waiting", "Messages that wait to be sent", remembered, Vitals::waiting);
        gauge("outbox.oldest.seconds", "How long the oldest of them has waited", remembered, Vitals::oldestSeconds);
        gauge("outbox.unknown", "Messages of the last day that may have arrived", remembered, Vitals::unknown);
        gauge("outbox.failed", "Messages of the last day that were set aside", remembered, Vitals::failed);
        gauge("people.due", "People whose daily quiz is due", remembered, Vitals::due);
        gauge("reports.open", "Reports of questions that nobody has looked at", remembered, Vitals::reports);
        gauge("questions.doubted", "Questions that are out of measuring", remembered, Vitals::doubted);
        gauge("estimate.spread", "Mean standard deviation of a sample of estimates", remembered, Vitals::spread);
    }

    /** Where other libraries tell theirs: the connection pool. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All figures as Prometheus reads them. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        log.close();
        collections.close();
        registry.close();
    }

    /** What is not known yet is no number. */
    private void gauge(String name, String description, Remembered<Vitals> vitals, ToDoubleFunction<Vitals> of) {
        Gauge.builder(
                        "meshquiz." + name,
                        vitals,
                        known -> known.get().map(of::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private Counter answers(String outcome) {
        return Counter.builder("meshquiz.answers")
                .description("Answers that were marked")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Timer updates(String outcome) {
        return histogram(Timer.builder("meshquiz.updates")
                .description("From taking up what a person did to the end of its transaction")
                .tag("outcome", outcome));
    }

    private Timer histogram(Timer.Builder timer) {
        return timer.publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }
}
