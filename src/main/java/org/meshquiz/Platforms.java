package org.meshquiz;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.meshquiz.slack.Installation;
import org.meshquiz.slack.SlackBot;
import org.meshquiz.telegram.BotToken;
import org.meshquiz.telegram.TelegramBot;
import org.meshquiz.telegram.WebhookSettings;

/**
 * Where people are to chat with the program.
 *
 * @param telegram the bot in Telegram, or null
 * @param slack the app in a Slack workspace, or null
 * @param localChat whether the local chat is served
 */
record Platforms(TelegramBot.@Nullable Settings telegram, SlackBot.@Nullable Settings slack, boolean localChat) {
    /** What a newcomer has. */
    static final Platforms LOCAL_CHAT_ALONE = new Platforms(null, null, true);

    private static final String TELEGRAM = "https://api.telegram.org";
    private static final String SLACK = "https://slack.com";
    private static final int SECRET_LENGTH = 32;

    /**
     * Reads what the environment says about them.
     *
     * @param faults takes what is wrong; each names the setting, what is wrong and the remedy
     */
    static Platforms of(Map<String, String> environment, List<String> faults) {
        Reader reader = new Reader(environment, faults);
        TelegramBot.Settings telegram = reader.telegram();
        SlackBot.Settings slack = reader.slack();
        return new Platforms(telegram, slack, reader.localChat(telegram != null || slack != null));
    }

    private record Reader(Map<String, String> environment, List<String> faults) {

        TelegramBot.@Nullable Settings telegram() {
            Optional<String> token = value(Setting.MESHQUIZ_TELEGRAM_TOKEN);
            URI server = address(Setting.MESHQUIZ_TELEGRAM_API_URL, TELEGRAM);
            if (token.isEmpty()) {
                return null;
            }
            if (!BotToken.isToken(token.get())) {
                faults.add(
                        "MESHQUIZ_TELEGRAM_TOKEN is no bot's token; copy it from BotFather, it looks like 123456:ABC…");
                return null;
            }
            return new TelegramBot.Settings(new BotToken(token.get()), server, webhook(token.get()));
        }

        @Nullable
        WebhookSettings webhook(String token) {
            Optional<String> url = value(Setting.MESHQUIZ_TELEGRAM_WEBHOOK_URL);
            if (url.isEmpty()) {
                return null;
            }
            URI address = address(Setting.MESHQUIZ_TELEGRAM_WEBHOOK_URL, TELEGRAM);
            String secret = value(Setting.MESHQUIZ_TELEGRAM_WEBHOOK_SECRET).orElseGet(() -> derived(token));
            if (!"https".equals(address.getScheme())) {
                faults.add("MESHQUIZ_TELEGRAM_WEBHOOK_URL is not an https address, and Telegram takes no other;"
                        + " put a server with a certificate in front, or leave the setting out");
                return null;
            }
            if (!WebhookSettings.isSecret(secret)) {
                faults.add("MESHQUIZ_TELEGRAM_WEBHOOK_SECRET cannot be used; choose 16 to 256 letters A-Z, digits,"
                        + " _ or -, or leave it out");
                return null;
            }
            return new WebhookSettings(address, secret);
        }

        SlackBot.@Nullable Settings slack() {
            URI server = address(Setting.MESHQUIZ_SLACK_API_URL, SLACK);
            Optional<String> bot = token(Setting.MESHQUIZ_SLACK_BOT_TOKEN, "xoxb-", "OAuth & Permissions");
            Optional<String> app = token(Setting.MESHQUIZ_SLACK_APP_TOKEN, "xapp-", "Basic Information");
            Optional<String> secret = value(Setting.MESHQUIZ_SLACK_SIGNING_SECRET);
            Installation.Client client = client();
            boolean updates = app.isPresent() || secret.isPresent();
            boolean sends = bot.isPresent() || client != null;
            if (sends != updates) {
                faults.add(
                        sends
                                ? "MESHQUIZ_SLACK_BOT_TOKEN (or MESHQUIZ_SLACK_CLIENT_ID) sends but nothing comes in; set"
                                        + " MESHQUIZ_SLACK_APP_TOKEN (Socket Mode) or MESHQUIZ_SLACK_SIGNING_SECRET (HTTP)"
                                        + " as well"
                                : "MESHQUIZ_SLACK_BOT_TOKEN is missing, and without it nothing is sent; copy it from"
                                        + " the app's page, OAuth & Permissions");
                return null;
            }
            return sends
                    ? new SlackBot.Settings(server, bot.orElse(null), app.orElse(null), secret.orElse(null), client)
                    : null;
        }

        /** What several workspaces install the app by. */
        private Installation.@Nullable Client client() {
            Optional<String> id = value(Setting.MESHQUIZ_SLACK_CLIENT_ID);
            Optional<String> secret = value(Setting.MESHQUIZ_SLACK_CLIENT_SECRET);
            Optional<String> key = value(Setting.MESHQUIZ_SLACK_TOKEN_KEY);
            if (id.isEmpty() && secret.isEmpty() && key.isEmpty()) {
                return null;
            }
            Optional<SecretKey> bytes = key.flatMap(Installation.Client::key);
            if (id.isEmpty() || secret.isEmpty() || bytes.isEmpty()) {
                faults.add(
                        "for workspaces to install the app, MESHQUIZ_SLACK_CLIENT_ID and MESHQUIZ_SLACK_CLIENT_SECRET are"
                                + " needed (the app's page, Basic Information), and MESHQUIZ_SLACK_TOKEN_KEY, 32 bytes in Base64"
                                + " (openssl rand -base64 32); set all three, or none");
                return null;
            }
            return new Installation.Client(id.get(), secret.get(), bytes.get());
        }

        private Optional<String> token(Setting setting, String prefix, String page) {
            Optional<String> token = value(setting);
            if (token.isPresent() && !token.get().matches(prefix + "[A-Za-z0-9-]{10,500}")) {
                faults.add(setting + " is no token of that kind; copy it from the app's page, " + page
                        + ", it begins with " + prefix);
            }
            return token;
        }

        boolean localChat(boolean platform) {
            return switch (value(Setting.MESHQUIZ_LOCAL_CHAT).orElse(platform ? "false" : "true")) {
                case "true" -> true;
                case "false" -> false;
                default -> {
                    faults.add("MESHQUIZ_LOCAL_CHAT is neither true nor false; set one of them, or leave it out");
                    yield false;
                }
            };
        }

        private URI address(Setting setting, String otherwise) {
            String text = value(setting).orElse(otherwise);
            try {
                URI address = new URI(text);
                boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
                if (web && address.getHost() != null) {
                    return address;
                }
            } catch (URISyntaxException e) {
                // Told below, without the text: an address may hold a password.
            }
            faults.add(setting + " is no web address; write it like https://bot.example.org");
            return URI.create(otherwise);
        }

        /** The same on every node, and known to nobody who does not know the token. */
        private static String derived(String token) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                byte[] digest = mac.doFinal("telegram webhook".getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest).substring(0, SECRET_LENGTH);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has HmacSHA256", e);
            }
        }

        private Optional<String> value(Setting setting) {
            return Optional.ofNullable(environment.get(setting.name()))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }
    }
}
