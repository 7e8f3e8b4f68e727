package org.meshquiz.slack;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The app being installed in workspaces, by OAuth. Their tokens are kept sealed. */
public final class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final SlackApi api;
    private final Client client;
    private final TokenStore store;
    private final TokenSeal seal;
    private final BiConsumer<String, String> installed;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * What the app is to Slack, and what its tokens are sealed with. Secrets are never shown.
     *
     * @param id the app's client id
     * @param secret its client secret
     * @param key 256 bits for AES
     */
    public record Client(String id, String secret, SecretKey key) {

        /** The key that a setting holds: 32 bytes in Base64; empty where it holds none. */
        public static Optional<SecretKey> key(String base64) {
            return TokenSeal.key(base64);
        }

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * @param installed takes Slack's id of a workspace and the token for it, as soon as there is one
     */
    Installation(SlackApi api, Client client, TokenStore store, BiConsumer<String, String> installed) {
        this.api = api;
        this.client = client;
        this.store = store;
        this.seal = new TokenSeal(client.key());
        this.installed = installed;
    }

    /**
     * Where somebody is sent to allow the app.
     *
     * @param state comes back with them
     */
    public URI page(String state) {
        return URI.create(api.server().toString().replaceFirst("/+$", "") + "/oauth/v2/authorize?client_id="
                + encoded(client.id()) + "&scope=" + encoded(String.join(",", Manifest.SCOPES)) + "&state="
                + encoded(state));
    }

    /**
     * Takes what they came back with.
     *
     * @return whether the app is in their workspace now
     */
    public boolean finish(String code) {
        try {
            OAuthV2AccessResponse access = api.call(
                    "",
                    slack -> slack.oauthV2Access(request -> request.clientId(client.id())
                            .clientSecret(client.secret())
                            .code(code)));
            if (access.getTeam() == null || access.getAccessToken() == null) {
                LOG.warn("Slack told no workspace or no token for an installation");
                return false;
            }
            String team = access.getTeam().getId();
            store.save(team, seal.seal(team, access.getAccessToken()));
            installed.accept(team, access.getAccessToken());
            LOG.info("Workspace {} has installed the app", team);
            return true;
        } catch (ApiFault fault) {
            LOG.warn("An installation did not come about: {}", fault.code());
            return false;
        }
    }

    /** The workspaces in which the app is. */
    List<String> teams() {
        return store.teams();
    }

    /** The token of a workspace; empty where the app is not, or where the key is another one. */
    Optional<String> token(String team) {
        Optional<byte[]> sealed = store.find(team);
        Optional<String> token = sealed.flatMap(bytes -> seal.open(team, bytes));
        if (sealed.isPresent() && token.isEmpty() && told.add(team)) {
            LOG.error(
                    "The token of workspace {} was sealed with another key than that of MESHQUIZ_SLACK_TOKEN_KEY; set that"
                            + " key again, or have the app installed anew",
                    team);
        }
        return token;
    }

    /** Forgets a workspace. */
    void remove(String team) {
        store.remove(team);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
