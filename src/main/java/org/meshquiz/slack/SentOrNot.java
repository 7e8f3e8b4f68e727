package org.meshquiz.slack;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTTP client tell whether a request went out before the connection failed. A request that went out is never
 * repeated by itself.
 */
final class SentOrNot implements Interceptor {
    private static final long LARGEST_ANSWER = 8L * 1024 * 1024;

    /** The request never left; it can be made again. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent(Exception cause) {
            super("not sent: " + cause.getClass().getSimpleName());
        }
    }

    /** The request left, and nobody knows what became of it. */
    static final class Unanswered extends IOException {
        private static final long serialVersionUID = 1L;

        Unanswered(Exception cause) {
            super("no answer: " + cause.getClass().getSimpleName());
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        AtomicBoolean leaving = new AtomicBoolean(request.body() == null);
        if (request.body() != null) {
            request = request.newBuilder()
                    .method(request.method(), new Once(request.body(), leaving))
                    .build();
        }
        try (Response response = chain.proceed(request)) {
            // Read to the end here, so that a connection lost in the middle of an answer is told like any other.
            return response.newBuilder().body(response.peekBody(LARGEST_ANSWER)).build();
        } catch (IOException | IllegalStateException fault) {
            throw leaving.get() ? new Unanswered(fault) : new NotSent(fault);
        }
    }

    /** A body that the client may write once, and that notes when it does. */
    private static final class Once extends RequestBody {
        private final RequestBody body;
        private final AtomicBoolean leaving;

        Once(RequestBody body, AtomicBoolean leaving) {
            this.body = body;
            this.leaving = leaving;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            leaving.set(true);
            body.writeTo(sink);
        }
    }
}
