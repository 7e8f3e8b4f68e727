package org.meshquiz.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/**
 * {@code getUpdates}, read as JSON and not as the library's types, so that one update that cannot be read does not keep
 * back the others. For one thread; only {@link #cancel} may come from another.
 */
final class UpdateFeed {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateFeed.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Pattern NUMBER = Pattern.compile("\"update_id\"\\s*:\\s*(\\d{1,18})");
    private static final int MOST = 100;

    private final BotApi api;
    private final OkHttpClient http;
    private final Duration patience;
    private volatile @Nullable Call underWay;
    private volatile boolean cancelled;
    private long offset;
    private boolean oneByOne;

    /**
     * @param patience how long Telegram may wait for an update before it answers that there is none
     */
    UpdateFeed(BotApi api, Duration patience) {
        this.api = api;
        this.patience = patience;
        this.http = api.http()
                .newBuilder()
                .callTimeout(patience.plus(GRACE))
                .readTimeout(patience.plus(GRACE))
                .build();
    }

    /** The updates that wait, in order; none after some patience. */
    List<Intake.Update> fetch() throws ApiFault, IOException {
        String body = request();
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            return unreadable(body);
        }
        if (!answer.path("ok").asBoolean()) {
            JsonNode wait = answer.path("parameters").path("retry_after");
            throw ApiFault.refused(
                    answer.path("error_code").asInt(),
                    answer.path("description").asText(),
                    wait.canConvertToInt() ? (Integer) wait.intValue() : null,
                    null);
        }
        List<Intake.Update> updates = new ArrayList<>();
        answer.path("result").forEach(update -> updates.add(new Intake.Update(id(update), update.toString())));
        if (updates.isEmpty()) {
            // All is confirmed. After a quiet week Telegram may go on from a lower number, so the next request names
            // none.
            offset = 0;
        }
        oneByOne = false;
        return updates;
    }

    /** An update that was sent to us, whatever it holds. */
    static Intake.Update sent(String body) {
        String raw = body.replace('\0', '\uFFFD');
        try {
            return new Intake.Update(id(JSON.readTree(raw)), raw);
        } catch (JsonProcessingException unreadable) {
            return new Intake.Update("without-number-" + Integer.toHexString(raw.hashCode()), raw);
        }
    }

    /** The next request will tell that these have arrived; false when none of them has a number to tell. */
    boolean confirm(List<Intake.Update> updates) {
        long highest = updates.stream()
                .map(Intake.Update::id)
                .filter(id -> id.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(-1);
        if (highest >= 0) {
            offset = highest + 1;
        }
        return highest >= 0;
    }

    void removeWebhook() {
        try {
            api.call(new DeleteWebhook());
        } catch (ApiFault fault) {
            LOG.warn("The webhook could not be removed: {}", fault.reason());
        }
    }

    /** Ends the request under way, and every one after it. */
    void cancel() {
        cancelled = true;
        Call call = underWay;
        if (call != null) {
            call.cancel();
        }
    }

    private String request() throws IOException {
        ObjectNode parameters =
                JSON.createObjectNode().put("timeout", patience.toSeconds()).put("limit", oneByOne ? 1 : MOST);
        if (offset > 0) {
            parameters.put("offset", offset);
        }
        AllowedUpdates.KINDS.forEach(parameters.withArray("allowed_updates")::add);
        Call call = http.newCall(new Request.Builder()
                .url(api.methodUrl("getUpdates"))
                .post(RequestBody.create(parameters.toString(), TYPE))
                .build());
        underWay = call;
        if (cancelled) {
            throw new IOException("closed");
        }
        try (Response response = call.execute()) {
            ResponseBody body = response.body();
            return body == null ? "" : body.string();
        }
    }

    /** An answer that is no JSON: its updates are fetched one by one, and the one that is at fault is kept as it is. */
    private List<Intake.Update> unreadable(String body) throws ApiFault {
        Matcher number = NUMBER.matcher(body);
        if (!oneByOne || !number.find()) {
            oneByOne = true;
            throw ApiFault.notDone("the answer is no JSON");
        }
        oneByOne = false;
        return List.of(new Intake.Update(number.group(1), body.replace('\0', '\uFFFD')));
    }

    /** An update without a number of its own gets one from what it says. */
    private static String id(JsonNode update) {
        JsonNode id = update.path("update_id");
        return id.isIntegralNumber() && id.canConvertToLong()
                ? Long.toString(id.longValue())
                : "without-number-" + Integer.toHexString(update.toString().hashCode());
    }
}
