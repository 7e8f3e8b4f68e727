package org.meshquiz.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Messenger;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.reception.Pauses;
import org.meshquiz.quiz.reception.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The app in one Slack workspace: its updates in, by web socket or by HTTP, and its messages out. */
public final class SlackBot implements AutoCloseable {
    /** The platform of every address in Slack. */
    public static final String PLATFORM = "slack";

    private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final SlackApi api;
    private final Settings settings;
    private final Function<String, Intake> intakes;
    private final Application application;
    private final ResponseUrls urls;
    private final @Nullable Signatures signatures;
    private final Pauses pauses = new Pauses();
    private final Thread introduction = new Thread(this::introduce, "slack-introduction");
    private volatile @Nullable Desk desk;
    private volatile @Nullable SocketLine line;
    private volatile Runnable outgoing = () -> {};

    /**
     * What is needed to be an app in a workspace. Tokens and the secret are never shown.
     *
     * @param server Slack: {@code https://slack.com}, or another one for tests
     * @param botToken what messages are sent with
     * @param appToken what the web socket is opened with, or null without one
     * @param signingSecret what HTTP requests are signed with, or null where none are taken
     */
    public record Settings(
            URI server,
            String botToken,
            @Nullable String appToken,
            @Nullable String signingSecret) {
        public Settings {
            if (appToken == null && signingSecret == null) {
                throw new IllegalArgumentException("updates come with an app token or with a signing secret; give one");
            }
        }

        @Override
        public String toString() {
            return "Settings[" + server + "]";
        }
    }

    /**
     * @param intakes stores the updates of a workspace, by Slack's id of it
     * @param application answers what people do, by writing to the outbox
     * @param clock the real time
     */
    public SlackBot(Settings settings, Function<String, Intake> intakes, Application application, InstantSource clock) {
        this.settings = settings;
        this.api = new SlackApi(settings.server(), settings.botToken());
        this.intakes = intakes;
        this.application = application;
        this.urls = new ResponseUrls(clock);
        String secret = settings.signingSecret();
        this.signatures = secret == null ? null : new Signatures(secret, clock);
        introduction.setDaemon(true);
    }

    /** What sends to the workspace. */
    public Messenger messenger() {
        return new SlackMessenger(api, urls);
    }

    /**
     * Begins, in the background: that Slack cannot be reached keeps nobody from starting.
     *
     * @param wake is run when something may wait in the outbox
     */
    public void start(Runnable wake) {
        outgoing = wake;
        introduction.start();
    }

    /** Takes what Slack sends by HTTP; nothing unsigned, old or repeated is accepted. */
    public SignedRequest.Answer receive(SignedRequest request) throws InterruptedException {
        if (signatures == null || !signatures.accepts(request.timestamp(), request.signature(), request.body())) {
            return SignedRequest.Answer.UNSIGNED;
        }
        JsonNode payload;
        try {
            payload = Forms.payload(request.contentType(), request.body());
        } catch (Unreadable fault) {
            return SignedRequest.Answer.UNREADABLE;
        }
        if (payload.path("type").asText().equals("url_verification")) {
            return new SignedRequest.Answer(200, payload.path("challenge").asText());
        }
        Desk open = desk;
        if (open == null) {
            return SignedRequest.Answer.NOT_READY;
        }
        open.receive(List.of(Forms.update(payload)));
        return SignedRequest.Answer.TAKEN;
    }

    /** Ends at once; what was received and not handled stays stored. */
    @Override
    public void close() {
        pauses.close();
        introduction.interrupt();
        try {
            introduction.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SocketLine socket = line;
        if (socket != null) {
            socket.close();
        }
        Desk open = desk;
        if (open != null) {
            open.close();
        }
        api.close();
    }

    /** Asks Slack which workspace the token is for, until it answers. */
    private void introduce() {
        for (int failures = 1; !pauses.isClosed(); failures++) {
            try {
                AuthTestResponse who = api.call(client -> client.authTest(request -> request));
                open(who.getTeamId());
                return;
            } catch (ApiFault fault) {
                if (failures == 1) {
                    tell(fault);
                }
                Duration own = Pauses.backOff(failures, LONGEST_PAUSE);
                Duration told = fault.retryAfter();
                if (pauses.closedWithin(told.compareTo(own) > 0 ? told : own)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void open(String team) throws InterruptedException {
        Desk opened = new Desk(api, team, intakes.apply(team), application, urls, () -> outgoing.run());
        opened.start();
        desk = opened;
        application.weeklyStandings().serve(PLATFORM, (channel, person) -> opened.name(person));
        String appToken = settings.appToken();
        if (appToken != null) {
            SocketLine socket = new SocketLine(api, appToken, opened::receive);
            line = socket;
            socket.start();
        }
        LOG.info(
                "Slack knows this app in workspace {}; updates come by {}", team, appToken == null ? "HTTP" : "socket");
    }

    private static void tell(ApiFault fault) {
        if (fault.kind() == ApiFault.Kind.TOKEN_REFUSED || fault.kind() == ApiFault.Kind.REFUSED) {
            LOG.error("{}", TokenFault.sentence(fault.code()));
        } else {
            LOG.warn("Slack cannot be used yet ({}); it is tried again until it can", fault.code());
        }
    }
}
