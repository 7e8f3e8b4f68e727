package org.meshquiz.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/**
 * The first words with Telegram: who the bot is, what its commands are, and how its updates come. It is tried until it
 * succeeds, so that the program starts while Telegram cannot be reached.
 */
final class Introduction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final BotApi api;
    private final @Nullable WebhookSettings webhook;
    private final Consumer<String> then;
    private final Pauses pauses = new Pauses();
    private final Thread thread = new Thread(this::run, "telegram-introduction");

    /**
     * @param webhook where updates are to be sent, or null when they are fetched
     * @param then what follows, with the bot's user name
     */
    Introduction(BotApi api, @Nullable WebhookSettings webhook, Consumer<String> then) {
        this.api = api;
        this.webhook = webhook;
        this.then = then;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        pauses.close();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (int failures = 1; !pauses.isClosed(); failures++) {
            try {
                then.accept(introduce());
                return;
            } catch (ApiFault fault) {
                tell(fault, failures);
                Duration told = fault.retryAfter();
                Duration own = Pauses.backOff(failures, LONGEST_PAUSE);
                if (pauses.closedWithin(told.compareTo(own) > 0 ? told : own)) {
                    return;
                }
            }
        }
    }

    private String introduce() throws ApiFault {
        String userName = String.valueOf(api.call(new GetMe()).getUserName());
        offerCommands();
        if (webhook == null) {
            api.call(new DeleteWebhook());
        } else {
            URI url = webhook.url();
            api.setWebhook(url, webhook.secret());
        }
        LOG.info("Telegram knows this bot as @{}; updates are {}", userName, webhook == null ? "fetched" : "sent here");
        return userName;
    }

    /** Without its menu a bot is as useful as with it. */
    private void offerCommands() throws ApiFault {
        try {
            CommandMenu.register(api);
        } catch (ApiFault fault) {
            if (fault.kind() != ApiFault.Kind.REFUSED || fault.code() == 429) {
                throw fault;
            }
            LOG.warn("Telegram does not take the menu of commands: {}", fault.reason());
        }
    }

    private static void tell(ApiFault fault, int failures) {
        if (failures > 1) {
            return;
        }
        if (fault.code() == 401 || fault.code() == 404) {
            LOG.error("{}", TokenFault.SENTENCE);
        } else {
            LOG.warn("Telegram cannot be used yet ({}); it is tried again until it can", fault.reason());
        }
    }
}
