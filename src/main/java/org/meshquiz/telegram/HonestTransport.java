package org.meshquiz.telegram;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTTP client tell the truth about each request: whether it went out before the connection failed, and what the
 * code was when something in between answers with a page instead of JSON. A request that went out is never repeated by
 * itself. Failures carry no address, since the address holds the token.
 */
final class HonestTransport implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LARGEST_ANSWER = 32L * 1024 * 1024;

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
            ResponseBody body = response.body();
            byte[] bytes = body == null ? new byte[0] : body.source().peek().readByteArray(size(body));
            return response.newBuilder()
                    .body(looksLikeJson(bytes) ? ResponseBody.create(bytes, JSON) : refusal(response.code()))
                    .build();
        } catch (IOException | IllegalStateException fault) {
            throw leaving.get() ? new Unanswered(fault) : new NotSent(fault);
        }
    }

    private static long size(ResponseBody body) throws IOException {
        if (body.source().request(LARGEST_ANSWER + 1)) {
            throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
        }
        return body.source().getBuffer().size();
    }

    private static boolean looksLikeJson(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length && bytes[at] == '{';
    }

    private static ResponseBody refusal(int code) {
        int told = code >= 400 ? code : 502;
        return ResponseBody.create(
                "{\"ok\":false,\"error_code\":" + told + ",\"description\":\"no JSON, HTTP " + code + "\"}", JSON);
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
