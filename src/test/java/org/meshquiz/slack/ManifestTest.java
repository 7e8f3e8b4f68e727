package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ManifestTest {
    private static Object at(Object tree, String... path) {
        Object here = tree;
        for (String step : path) {
            here = Objects.requireNonNull(((Map<?, ?>) here).get(step), step);
        }
        return here;
    }

    private static Object read(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @Test
    void bySocketItNamesNoAddressAndAsksForNoMoreThanIsUsed() {
        Object manifest = read(Manifest.yaml(null));
        assertThat(at(manifest, "settings", "socket_mode_enabled")).isEqualTo(true);
        assertThat(manifest.toString()).doesNotContain("http");
        assertThat(at(manifest, "oauth_config", "scopes", "bot"))
                .isEqualTo(List.of("chat:write", "commands", "files:write", "im:history", "im:write", "users:read"));
    }

    @Test
    void byHttpAllThreeWaysInLeadToTheHook() {
        URI hook = URI.create("https://quiz.example.org/hooks/slack");
        Object manifest = read(Manifest.yaml(hook));
        assertThat(at(manifest, "settings", "socket_mode_enabled")).isEqualTo(false);
        assertThat(at(manifest, "settings", "event_subscriptions", "request_url"))
                .isEqualTo(hook.toString());
        assertThat(at(manifest, "settings", "interactivity", "request_url")).isEqualTo(hook.toString());
        Object command = ((List<?>) at(manifest, "features", "slash_commands")).get(0);
        assertThat(at(command, "url")).isEqualTo(hook.toString());
        assertThat(at(command, "command")).isEqualTo("/quiz");
    }
}
