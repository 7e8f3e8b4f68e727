package org.meshquiz.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is sent to the address that came with what somebody did: short words that only they see, of which one that is lost is
 * not missed, and the message that they pressed as it is to be now. An address comes from the outside, so only Slack's own hosts are written to.
 */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final String SLACK = "hooks.slack.com";

    private final SlackApi api;

    Replies(SlackApi api) {
        this.api = api;
    }

    /** Tells a word, as plain text. */
    void tell(String url, String text) {
        if (!isSlacks(url)) {
            LOG.warn("A reply was to go to a host that is not Slack's; it was not sent");
            return;
        }
        String body = Envelope.JSON
                .createObjectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", SlackBlocks.escape(text))
                .toString();
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(body, JSON))
                .build();
        api.http().newCall(request).enqueue(new Forgotten());
    }

    /**
     * Replaces the message that an address came with.
     *
     * @return whether it was; if not, the address has had its time
     * @throws IOException when nobody knows; it can be tried again without harm
     */
    boolean replace(String url, SlackBlocks.Message message) throws IOException {
        if (!isSlacks(url)) {
            LOG.warn("A message was to be replaced by a host that is not Slack's; it was not sent there");
            return false;
        }
        JsonObject body = new JsonObject();
        body.addProperty("replace_original", true);
        body.addProperty("text", message.fallback());
        body.add("blocks", GSON.toJsonTree(message.blocks()));
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(body.toString(), JSON))
                .build();
        try (Response response = api.http().newCall(request).execute()) {
            return response.isSuccessful();
        }
    }

    private boolean isSlacks(String url) {
        try {
            URI to = new URI(url);
            URI own = api.server();
            boolean slack = "https".equals(to.getScheme()) && SLACK.equals(to.getHost()) && to.getPort() == -1;
            // With a server of one's own, as in tests, it plays this part as well.
            boolean server = own.getScheme().equals(to.getScheme())
                    && own.getHost().equals(to.getHost())
                    && own.getPort() == to.getPort();
            return to.getUserInfo() == null && (slack || server);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static final class Forgotten implements Callback {
        @Override
        public void onFailure(Call call, IOException fault) {
            LOG.debug("A short reply was not sent: {}", fault.getMessage());
        }

        @Override
        public void onResponse(Call call, Response response) {
            response.close();
        }
    }
}
