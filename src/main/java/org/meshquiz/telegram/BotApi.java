package org.meshquiz.telegram;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Messenger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** The requests to one Bot API server for one bot. Safe for several threads. */
final class BotApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BotApi.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 64;

    private final BotToken token;
    private final URI server;
    private final ExecutorService threads;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;

    /**
     * @param server where the Bot API is: scheme, host and, where it is not the scheme's own, port
     */
    BotApi(BotToken token, URI server) {
        this.token = token;
        this.server = server;
        this.threads = new ThreadPoolExecutor(0, CONNECTIONS, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "telegram-request");
            thread.setDaemon(true);
            return thread;
        });
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CONNECTIONS - 1);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS - 1);
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
                .connectTimeout(CONNECT)
                .callTimeout(Messenger.LONGEST_CALL.minusSeconds(1))
                .addInterceptor(new HonestTransport())
                .build();
        this.client = new OkHttpTelegramClient(
                http, token.value(), new TelegramUrl(server.getScheme(), server.getHost(), port(server), false));
    }

    BotToken token() {
        return token;
    }

    /** Where a request goes that the library cannot make. The address holds the token: it is not to be shown. */
    String methodUrl(String method) {
        return server.getScheme() + "://" + server.getHost() + ":" + port(server) + "/bot" + token.value() + "/"
                + method;
    }

    /** The HTTP client underneath, for requests that the library cannot make. */
    OkHttpClient http() {
        return http;
    }

    /** Makes a request and waits for its answer. */
    <T extends Serializable> T call(BotApiMethod<T> method) throws ApiFault {
        try {
            return client.execute(method);
        } catch (TelegramApiException fault) {
            throw told(fault);
        }
    }

    Message send(SendDocument document) throws ApiFault {
        try {
            return client.execute(document);
        } catch (TelegramApiException fault) {
            throw told(fault);
        }
    }

    Message send(SendPhoto photo) throws ApiFault {
        try {
            return client.execute(photo);
        } catch (TelegramApiException fault) {
            throw told(fault);
        }
    }

    /** Has updates sent to that address, each request with the secret in its header. */
    void setWebhook(URI url, String secret) throws ApiFault {
        try {
            client.execute(SetWebhook.builder()
                    .url(url.toString())
                    .secretToken(secret)
                    .allowedUpdates(AllowedUpdates.KINDS)
                    .build());
        } catch (TelegramApiException fault) {
            throw told(fault);
        }
    }

    /** Makes a request whose answer nobody waits for. */
    <T extends Serializable> void callLater(BotApiMethod<T> method) {
        try {
            CompletableFuture<T> answer = client.executeAsync(method);
            answer.exceptionally(fault -> {
                LOG.debug("{} was not done", method.getMethod());
                return null;
            });
        } catch (TelegramApiException invalid) {
            LOG.debug("{} was not sent", method.getMethod());
        }
    }

    /** Ends all requests under way, and the threads they run in. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        threads.shutdown();
        http.connectionPool().evictAll();
    }

    private static int port(URI server) {
        if (server.getPort() > 0) {
            return server.getPort();
        }
        return server.getScheme().equals("https") ? 443 : 80;
    }

    private ApiFault told(TelegramApiException fault) {
        @Nullable Throwable cause = fault;
        while (cause != null) {
            if (cause instanceof TelegramApiRequestException refused && refused.getErrorCode() != null) {
                ResponseParameters parameters = refused.getParameters();
                return ApiFault.refused(
                        refused.getErrorCode(),
                        token.redact(String.valueOf(refused.getApiResponse())),
                        parameters == null ? null : parameters.getRetryAfter(),
                        parameters == null ? null : parameters.getMigrateToChatId());
            }
            if (cause instanceof TelegramApiValidationException) {
                return ApiFault.refused(400, "Invalid request", null, null);
            }
            if (cause instanceof HonestTransport.NotSent) {
                return ApiFault.notDone(String.valueOf(cause.getMessage()));
            }
            if (cause instanceof HonestTransport.Unanswered) {
                return ApiFault.unanswered(String.valueOf(cause.getMessage()));
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return ApiFault.unanswered(fault.getClass().getSimpleName());
    }
}
