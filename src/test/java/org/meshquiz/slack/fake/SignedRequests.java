package org.meshquiz.slack.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Slack's requests to an app that it reaches over HTTP. */
public final class SignedRequests {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI to;
    private final String secret;

    public SignedRequests(URI to, String secret) {
        this.to = to;
        this.secret = secret;
    }

    /** Sends an update as of that second and returns the status. */
    public int send(Update update, long epochSecond) {
        return send(update.body(), update.contentType(), epochSecond, signature(update.body(), epochSecond), 0);
    }

    /**
     * Sends a body.
     *
     * @param retry the number of the repetition, 0 for none
     */
    public int send(String body, String contentType, long epochSecond, String signature, int retry) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", contentType)
                .header("X-Slack-Request-Timestamp", Long.toString(epochSecond))
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (retry > 0) {
            request.header("X-Slack-Retry-Num", Integer.toString(retry)).header("X-Slack-Retry-Reason", "http_timeout");
        }
        return answer(request.build()).statusCode();
    }

    /** What is answered when Slack asks whether the address is ours. */
    public String verify(String challenge, long epochSecond) {
        String body = "{\"type\":\"url_verification\",\"token\":\"old\",\"challenge\":\"" + challenge + "\"}";
        return answer(HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/json")
                        .header("X-Slack-Request-Timestamp", Long.toString(epochSecond))
                        .header("X-Slack-Signature", signature(body, epochSecond))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    /** The signature of a body at that second: version 0 of Slack's scheme. */
    public String signature(String body, long epochSecond) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] base = ("v0:" + epochSecond + ":" + body).getBytes(StandardCharsets.UTF_8);
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(base));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
