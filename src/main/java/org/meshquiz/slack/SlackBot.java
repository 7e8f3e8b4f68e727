package org.meshquiz.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

/**
 * The app in Slack, in one workspace or in all that install it: its updates in, by web socket or by HTTP, and its messages
 * out.
 */
public final class SlackBot implements AutoCloseable {
    /** The platform of every address in Slack. */
    public static final String PLATFORM = "slack";

    private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final SlackApi api;
    private final Settings settings;
    private final Workspaces workspaces;
    private final @Nullable Installation installation;
    private final @Nullable Signatures signatures;
    private final Pauses pauses = new Pauses();
    private final Thread introduction = new Thread(this::introduce, "slack-introduction");
    private volatile @Nullable SocketLine line;
    private volatile Runnable outgoing = () -> {};

    /**
     * What is needed to be an app in a workspace. Tokens and the secret are never shown.
     *
     * @param server Slack: {@code https://slack.com}, or another one for tests
     * @param botToken what messages are sent with in the one workspace that the app is made for, or null
     * @param appToken what the web socket is opened with, or null without one
     * @param signingSecret what HTTP requests are signed with, or null where none are taken
     * @param client what workspaces install the app by, or null where they do not
     */
    public record Settings(
            URI server,
            @Nullable String botToken,
            @Nullable String appToken,
            @Nullable String signingSecret,
            Installation.@Nullable Client client) {
        public Settings {
            if (appToken == null && signingSecret == null) {
                throw new IllegalArgumentException("updates come with an app token or with a signing secret; give one");
            }
            if (botToken == null && client == null) {
                throw new IllegalArgumentException(
                        "messages are sent with a token; give one, or let workspaces install");
            }
        }

        /** An app for one workspace. */
        public Settings(URI server, String botToken, @Nullable String appToken, @Nullable String signingSecret) {
            this(server, botToken, appToken, signingSecret, null);
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
     * @param tokens keeps what workspaces install the app with
     */
    public SlackBot(
            Settings settings,
            Function<String, Intake> intakes,
            Application application,
            InstantSource clock,
            TokenStore tokens) {
        this.settings = settings;
        String botToken = settings.botToken();
        this.api = new SlackApi(settings.server(), botToken == null ? "" : botToken);
        this.workspaces = new Workspaces(settings.server(), intakes, application, clock, () -> outgoing.run());
        Installation.Client client = settings.client();
        this.installation = client == null ? null : new Installation(api, client, tokens, workspaces::open);
        if (installation != null) {
            workspaces.installedBy(installation);
        }
        String secret = settings.signingSecret();
        this.signatures = secret == null ? null : new Signatures(secret, clock);
        introduction.setDaemon(true);
    }

    /** What sends to the workspaces. */
    public Messenger messenger() {
        return new WorkspaceMessenger(workspaces);
    }

    /** How workspaces install the app; empty where they do not. */
    public Optional<Installation> installation() {
        return Optional.ofNullable(installation);
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
        if (workspaces.isEmpty() && settings.client() == null) {
            return SignedRequest.Answer.NOT_READY;
        }
        take(Envelope.team(payload), List.of(Forms.update(payload)));
        return SignedRequest.Answer.TAKEN;
    }

    /** Stores updates; those of a workspace that the app is not in ask for nothing. */
    private void take(String team, List<Intake.Update> updates) throws InterruptedException {
        Optional<Workspace> workspace = workspaces.find(team);
        if (workspace.isPresent()) {
            workspace.get().desk().receive(updates);
        }
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
        workspaces.close();
        api.close();
    }

    /** Asks Slack which workspace the token is for, until it answers; those that have installed the app are known. */
    private void introduce() {
        workspaces.openInstalled();
        String botToken = settings.botToken();
        if (botToken == null) {
            listen("those that install it");
            return;
        }
        for (int failures = 1; !pauses.isClosed(); failures++) {
            try {
                AuthTestResponse who = api.call(client -> client.authTest(request -> request));
                workspaces.open(who.getTeamId(), botToken);
                listen(who.getTeamId());
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
            }
        }
    }

    private void listen(String where) {
        String appToken = settings.appToken();
        if (appToken != null) {
            SocketLine socket = new SocketLine(api, appToken, this::take);
            line = socket;
            socket.start();
        }
        LOG.info(
                "Slack knows this app in workspace {}; updates come by {}",
                where,
                appToken == null ? "HTTP" : "socket");
        // What waits for a workspace that was not known yet can go now.
        outgoing.run();
    }

    private static void tell(ApiFault fault) {
        if (fault.kind() == ApiFault.Kind.TOKEN_REFUSED || fault.kind() == ApiFault.Kind.REFUSED) {
            LOG.error("{}", TokenFault.sentence(fault.code()));
        } else {
            LOG.warn("Slack cannot be used yet ({}); it is tried again until it can", fault.code());
        }
    }
}
