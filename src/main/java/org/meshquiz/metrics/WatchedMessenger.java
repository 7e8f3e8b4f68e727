package org.meshquiz.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;

/** Times each call to a platform, by what came of it: sent, ratelimited (429), unavailable and so on. */
final class WatchedMessenger implements Messenger {
    private final MeterRegistry registry;
    private final String platform;
    private final Messenger messenger;

    WatchedMessenger(MeterRegistry registry, String platform, Messenger messenger) {
        this.registry = registry;
        this.platform = platform;
        this.messenger = messenger;
    }

    @Override
    public Delivered send(ChatAddress to, Card card) {
        return timed("send", () -> messenger.send(to, card));
    }

    @Override
    public Delivered edit(ChatAddress to, String messageId, Card card) {
        return timed("edit", () -> messenger.edit(to, messageId, card));
    }

    @Override
    public Delivered reply(ChatAddress to, String messageId, Card card) {
        return timed("reply", () -> messenger.reply(to, messageId, card));
    }

    @Override
    public List<Limit> limits(ChatAddress to, boolean edits) {
        return messenger.limits(to, edits);
    }

    private Delivered timed(String call, Supplier<Delivered> work) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "fault";
        try {
            Delivered delivered = work.get();
            outcome = delivered.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            return delivered;
        } finally {
            sample.stop(Timer.builder("meshquiz.deliveries")
                    .description("Calls to a platform by what came of them")
                    .tag("platform", platform)
                    .tag("call", call)
                    .tag("outcome", outcome)
                    .register(registry));
        }
    }
}
