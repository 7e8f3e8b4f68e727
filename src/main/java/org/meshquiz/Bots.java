package org.meshquiz;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Messenger;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.Intake;
import org.meshquiz.slack.SignedRequest;
import org.meshquiz.slack.SlackBot;
import org.meshquiz.store.Database;
import org.meshquiz.telegram.TelegramBot;
import org.meshquiz.web.AppInstallation;
import org.meshquiz.web.Routes;
import org.meshquiz.web.SignedHook;
import org.meshquiz.web.Webhook;

/** The program's bots on the platforms that are set up; none when only the local chat is served. */
final class Bots implements AutoCloseable {
    private final Platforms settings;
    private final @Nullable TelegramBot telegram;
    private final @Nullable SlackBot slack;

    /**
     * Makes them; they take nothing before they are started.
     *
     * @param clock the real time
     */
    Bots(Platforms settings, Database database, InstantSource clock, Application application) {
        this.settings = settings;
        this.telegram =
                settings.telegram() == null ? null : telegram(settings.telegram(), database, clock, application);
        this.slack = settings.slack() == null ? null : slack(settings.slack(), database, clock, application);
    }

    private static TelegramBot telegram(
            TelegramBot.Settings settings, Database database, InstantSource clock, Application application) {
        Intake intake = new Intake(
                database, clock, TelegramBot.PLATFORM, settings.token().botId());
        return new TelegramBot(settings, intake, application);
    }

    private static SlackBot slack(
            SlackBot.Settings settings, Database database, InstantSource clock, Application application) {
        return new SlackBot(
                settings,
                team -> new Intake(database, clock, SlackBot.PLATFORM, team),
                application,
                clock,
                new StoredTokens(database, clock));
    }

    /** What sends their messages, by platform name. */
    Map<String, Messenger> messengers() {
        Map<String, Messenger> messengers = new HashMap<>();
        if (telegram != null) {
            messengers.put(TelegramBot.PLATFORM, telegram.messenger());
        }
        if (slack != null) {
            messengers.put(SlackBot.PLATFORM, slack.messenger());
        }
        return messengers;
    }

    /** Where the platforms bring what people do, and where a workspace installs the app. */
    List<Routes> routes() {
        List<Routes> routes = new ArrayList<>();
        if (telegram != null
                && settings.telegram() != null
                && settings.telegram().webhook() != null) {
            String secret = settings.telegram().webhook().secret();
            routes.add(new Webhook("telegram", TelegramBot.SECRET_HEADER, secret, telegram::receive));
        }
        if (slack != null) {
            routes.add(signedHook(slack));
            slack.installation()
                    .map(by -> new AppInstallation(SlackBot.PLATFORM, by::page, by::finish))
                    .ifPresent(routes::add);
        }
        return routes;
    }

    private static SignedHook signedHook(SlackBot bot) {
        return new SignedHook("slack", (contentType, header, body) -> {
            SignedRequest.Answer answer = bot.receive(new SignedRequest(
                    contentType,
                    header.apply(SignedRequest.TIMESTAMP_HEADER),
                    header.apply(SignedRequest.SIGNATURE_HEADER),
                    body));
            return new SignedHook.Reply(answer.status(), answer.text());
        });
    }

    /**
     * Begins to take what people do.
     *
     * @param wake is told that messages wait to be sent
     */
    void start(Runnable wake) {
        if (slack != null) {
            slack.start(wake);
        }
        if (telegram != null) {
            telegram.start(wake);
        }
    }

    @Override
    public void close() {
        if (slack != null) {
            slack.close();
        }
        if (telegram != null) {
            telegram.close();
        }
    }
}
