package org.meshquiz.telegram;

import java.util.regex.Pattern;

/**
 * The key to a bot, as BotFather gives it. It is never shown.
 *
 * @param value the bot's number, a colon, and the secret
 */
public record BotToken(String value) {
    private static final Pattern SHAPE = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{20,}");

    public BotToken {
        if (!isToken(value)) {
            throw new IllegalArgumentException("a bot's token looks like 123456:ABC…; copy it from BotFather");
        }
    }

    /** Whether that has the shape of a token. */
    public static boolean isToken(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** The bot's number, which is no secret. */
    public String botId() {
        return value.substring(0, value.indexOf(':'));
    }

    /** The same text without the token in it. */
    String redact(String text) {
        return text.replace(value, botId() + ":…").replace(value.substring(value.indexOf(':') + 1), "…");
    }

    @Override
    public String toString() {
        return "BotToken[" + botId() + ":…]";
    }
}
