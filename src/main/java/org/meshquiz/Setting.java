package org.meshquiz;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The environment variables that the program reads. */
enum Setting {
    MESHQUIZ_HOME("folder of the database, its password and its log", "~/.meshquiz"),
    MESHQUIZ_PORT("port of the program's own server: local chat, pages, hooks, health, figures", "8080"),
    MESHQUIZ_LISTEN("address that it listens on; 0.0.0.0 in a container, where the local chat is off", "127.0.0.1"),
    MESHQUIZ_DB_URL(
            "a PostgreSQL server (14 or newer) instead of the embedded one: postgresql://host:5432/name", "none"),
    MESHQUIZ_DB_USER("who to be on that server", "meshquiz"),
    MESHQUIZ_DB_PASSWORD("the password there", "empty"),
    MESHQUIZ_QUESTIONS("folder of another bank, or of a bare vault of notes", "the bank inside the program"),
    MESHQUIZ_TELEGRAM_TOKEN("token of a Telegram bot, from BotFather: with it, the bot runs", "none"),
    MESHQUIZ_TELEGRAM_API_URL("a Bot API server of one's own", "https://api.telegram.org"),
    MESHQUIZ_TELEGRAM_WEBHOOK_URL(
            "public https address that leads to /hooks/telegram of this program, for Telegram to send updates to",
            "none: updates are fetched"),
    MESHQUIZ_TELEGRAM_WEBHOOK_SECRET("what those updates carry in their header", "made from the token"),
    MESHQUIZ_SLACK_BOT_TOKEN("token of a Slack app, xoxb-…: with it and one of the two below, the app runs", "none"),
    MESHQUIZ_SLACK_APP_TOKEN(
            "token for Socket Mode, xapp-…: updates come through a socket that the program opens", "none"),
    MESHQUIZ_SLACK_SIGNING_SECRET(
            "what Slack signs its requests to /hooks/slack of this program with, where Socket Mode is not used",
            "none"),
    MESHQUIZ_SLACK_CLIENT_ID(
            "client id of a Slack app that several workspaces install, instead of a bot token; needs the two below",
            "none"),
    MESHQUIZ_SLACK_CLIENT_SECRET("client secret of that app", "none"),
    MESHQUIZ_SLACK_TOKEN_KEY(
            "32 bytes in Base64 (openssl rand -base64 32) that the workspaces' tokens are encrypted with", "none"),
    MESHQUIZ_SLACK_API_URL("another server with Slack's interface, for tests", "https://slack.com"),
    MESHQUIZ_PUBLIC_URL(
            "address by which people reach this program's pages (/dashboard): a server with a certificate leads there",
            "none: pages are for the local chat alone"),
    MESHQUIZ_LOCAL_CHAT(
            "true or false: whether the local chat is served",
            "true without Telegram and Slack, false with one of them"),
    MESHQUIZ_LOG("text for people, or json: an object a line for what gathers logs", "text");

    private final String meaning;
    private final String otherwise;

    Setting(String meaning, String otherwise) {
        this.meaning = meaning;
        this.otherwise = otherwise;
    }

    /** All settings with their meaning and what holds when they are not set, one a line. */
    static String help() {
        return Arrays.stream(values())
                .map(setting -> String.format(
                        "  %-32s %s%n  %-32s (default: %s)", setting, setting.meaning, "", setting.otherwise))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
