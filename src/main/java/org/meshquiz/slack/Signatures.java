package org.meshquiz.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells requests of Slack from those of anybody else, by version 0 of its signatures. A request counts once, and only
 * within some minutes of the time it claims, before or after. Safe for several threads.
 */
final class Signatures {
    private static final String HMAC = "HmacSHA256";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 100_000;

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    /**
     * @param secret the app's signing secret
     * @param clock the real time
     */
    Signatures(String secret, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        this.clock = clock;
    }

    /**
     * Whether that is a request of Slack, seen for the first time.
     *
     * @param timestamp of the header {@code X-Slack-Request-Timestamp}: seconds since 1970
     * @param signature of the header {@code X-Slack-Signature}
     */
    boolean accepts(String timestamp, String signature, String body) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant now = clock.instant();
        Instant told = Instant.ofEpochSecond(Long.parseLong(timestamp));
        byte[] right = sign(timestamp, body).getBytes(StandardCharsets.US_ASCII);
        // The time that the comparison takes tells nothing about the right signature.
        boolean signed = MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        boolean recent = Duration.between(told, now).abs().compareTo(SKEW) <= 0;
        return signed && recent && isFirst(signature, told, now);
    }

    private synchronized boolean isFirst(String signature, Instant told, Instant now) {
        Instant useless = now.minus(SKEW);
        Iterator<Instant> oldest = seen.values().iterator();
        boolean full = seen.size() >= MOST_KEPT;
        while (oldest.hasNext() && (full || oldest.next().isBefore(useless))) {
            if (full) {
                oldest.next();
            }
            oldest.remove();
            full = false;
        }
        return seen.putIfAbsent(signature, told) == null;
    }

    private String sign(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] signed = ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
