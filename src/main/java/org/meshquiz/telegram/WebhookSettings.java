package org.meshquiz.telegram;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where Telegram is to send updates.
 *
 * @param url the public https address of this program's own server
 * @param secret what every request from Telegram carries in its header
 */
public record WebhookSettings(URI url, String secret) {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");

    public WebhookSettings {
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("Telegram sends updates to https addresses only");
        }
        if (!isSecret(secret)) {
            throw new IllegalArgumentException("a webhook's secret has 16 to 256 letters A-Z, digits, _ or -");
        }
    }

    /** Whether Telegram takes that as a secret, and nobody guesses it. */
    public static boolean isSecret(String secret) {
        return SECRET.matcher(secret).matches();
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + url + "]";
    }
}
