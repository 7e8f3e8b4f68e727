package org.meshquiz.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;
import org.meshquiz.chat.Messenger;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.Conversation;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.StartLinks;
import org.meshquiz.quiz.reception.Reception;

/** One Telegram bot: its updates in, its messages out. */
public final class TelegramBot implements AutoCloseable {
    /** The platform of every address in Telegram. */
    public static final String PLATFORM = TelegramChat.PLATFORM;

    /** The header in which Telegram sends a webhook's secret. */
    public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private static final Duration POLL = Duration.ofSeconds(50);

    private final BotApi api;
    private final Conversation conversation;
    private final StartLinks startLinks;
    private final Toasts toasts;
    private final GroupDesk groups;
    private final Decoder decoder;
    private final Reception<Incoming> reception;
    private final Poller poller;
    private final Introduction introduction;
    private volatile boolean open;
    private volatile Runnable outgoing = () -> {};

    /**
     * What is needed to be a bot.
     *
     * @param server the Bot API: {@code https://api.telegram.org}, or one's own
     * @param webhook where updates are to be sent, or null when they are fetched
     */
    public record Settings(
            BotToken token, URI server, @Nullable WebhookSettings webhook) {}

    /**
     * @param intake stores this bot's updates
     * @param application answers what people do, by writing to the outbox
     */
    public TelegramBot(Settings settings, Intake intake, Application application) {
        this.api = new BotApi(settings.token(), settings.server());
        this.conversation = application.conversation();
        this.startLinks = application.startLinks();
        this.toasts = new Toasts(api);
        this.groups = new GroupDesk(api, application.groups(), intake, toasts);
        this.decoder = new Decoder(settings.token().botId());
        this.reception = new Reception<>("telegram", intake, decoder, this::handle);
        this.poller = new Poller(new UpdateFeed(api, POLL), intake, reception);
        this.introduction = new Introduction(api, settings.webhook(), userName -> open(userName, settings.webhook()));
    }

    /** What sends to this bot's chats. */
    public Messenger messenger() {
        return new TelegramMessenger(api);
    }

    /**
     * Begins, in the background: that Telegram cannot be reached keeps nobody from starting.
     *
     * @param wake is run when something may wait in the outbox
     */
    public void start(Runnable wake) {
        outgoing = wake;
        introduction.start();
    }

    /**
     * Takes what Telegram sends to the webhook: one update as JSON.
     *
     * @return false when the bot is not ready yet; Telegram sends it again
     */
    public boolean receive(String body) throws InterruptedException {
        if (!open) {
            return false;
        }
        reception.receive(List.of(UpdateFeed.sent(body)));
        return true;
    }

    /** Ends at once; what was received and not handled stays stored. */
    @Override
    public void close() {
        introduction.close();
        poller.close();
        reception.close();
        api.close();
    }

    private void open(String userName, @Nullable WebhookSettings webhook) {
        decoder.answerTo(userName);
        startLinks.offer(PLATFORM, "https://t.me/" + userName + "?start=");
        try {
            reception.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        open = true;
        if (webhook == null) {
            poller.start();
        }
    }

    private void handle(Intake.Update update, Incoming incoming) {
        if (incoming instanceof Incoming.Private direct) {
            handle(direct.inbound(), direct.callbackQuery());
        } else {
            groups.handle(update, incoming);
            outgoing.run();
        }
    }

    private void handle(Inbound inbound, @Nullable String callbackQuery) {
        String[] toast = {""};
        conversation.handle(inbound, callbackQuery == null ? null : word -> toast[0] = word);
        if (callbackQuery != null) {
            toasts.show(callbackQuery, toast[0], false);
        }
        outgoing.run();
    }
}
