package org.meshquiz.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Messenger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests to Slack's Web API for one app in one workspace. Safe for several threads. */
final class SlackApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 16;

    private final URI server;
    private final SlackConfig config = new SlackConfig();
    private final OkHttpClient http;
    private final Slack slack;
    private final String botToken;

    /**
     * @param server where Slack is: scheme, host and, where it is not the scheme's own, port
     */
    SlackApi(URI server, String botToken) {
        this.server = server;
        this.botToken = botToken;
        config.setMethodsEndpointUrlPrefix(server.toString().replaceFirst("/+$", "") + "/api/");
        // Its statistics would ask Slack who we are before each request, and keep threads of their own.
        config.setStatsEnabled(false);
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
                .connectTimeout(CONNECT)
                .callTimeout(Messenger.LONGEST_CALL.minusSeconds(1))
                .addInterceptor(new SentOrNot())
                .build();
        SlackHttpClient client = new SlackHttpClient(http);
        client.setConfig(config);
        this.slack = Slack.getInstance(config, client);
    }

    /** A request, as the library makes it. */
    @FunctionalInterface
    interface Request<T extends SlackApiTextResponse> {
        T make(MethodsClient client) throws IOException, SlackApiException;
    }

    /** Whether it is that token that messages are sent with. */
    boolean sendsWith(String token) {
        return botToken.equals(token);
    }

    URI server() {
        return server;
    }

    /** The HTTP client underneath, for addresses outside of the Web API. */
    OkHttpClient http() {
        return http;
    }

    /** Makes a request as the bot and waits for its answer. */
    <T extends SlackApiTextResponse> T call(Request<T> request) throws ApiFault {
        return call(botToken, request);
    }

    /** The same with another token. */
    <T extends SlackApiTextResponse> T call(String token, Request<T> request) throws ApiFault {
        try {
            T answer = request.make(slack.methods(token));
            if (!answer.isOk()) {
                throw ApiFault.refused(String.valueOf(answer.getError()));
            }
            return answer;
        } catch (SlackApiException fault) {
            throw told(fault.getResponse());
        } catch (SlackFilesUploadV2Exception fault) {
            throw ApiFault.unanswered("the file was not taken");
        } catch (SentOrNot.NotSent fault) {
            throw ApiFault.notDone(String.valueOf(fault.getMessage()));
        } catch (IOException fault) {
            throw ApiFault.unanswered(String.valueOf(fault.getMessage()));
        } catch (JsonParseException fault) {
            throw ApiFault.unanswered("the answer is no JSON");
        }
    }

    /** Ends the threads and connections underneath. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        try {
            config.close();
        } catch (Exception fault) {
            LOG.warn("Slack's client did not stop cleanly: {}", fault.getClass().getName());
        }
    }

    private static ApiFault told(Response response) {
        int code = response.code();
        if (code == 429) {
            return ApiFault.tooMany(seconds(response.header("Retry-After")));
        }
        String reason = "HTTP " + code;
        if (code == 504) {
            return ApiFault.unanswered(reason);
        }
        return code >= 500 ? ApiFault.notDone(reason) : ApiFault.refused(reason);
    }

    private static Duration seconds(@Nullable String retryAfter) {
        boolean told = retryAfter != null && retryAfter.matches("\\d{1,6}");
        return told ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
    }
}
