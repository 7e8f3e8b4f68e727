package org.meshquiz.slack;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Slack wants to know of the app: the text to paste where a new app is made. It asks for no more than is used. */
public final class Manifest {
    private static final String APP = """
            display_information:
              name: MeshQuiz
              description: Skill quizzes by spaced repetition, and honest levels
              background_color: "#1f4d3a"
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: false
              bot_user:
                display_name: MeshQuiz
                always_online: true
              slash_commands:
                - command: /quiz
            %s      description: A quiz, your levels, settings
                  usage_hint: "[istio | me | skills | settings | leaderboard | team | help]"
                  should_escape: false
            oauth_config:
            %s  scopes:
                bot:
            %ssettings:
              event_subscriptions:
            %s    bot_events:
                  - app_home_opened
                  - app_uninstalled
                  - message.im
                  - tokens_revoked
              interactivity:
                is_enabled: true
            %s  org_deploy_enabled: false
              socket_mode_enabled: %s
              token_rotation_enabled: false
            """;

    /** What the app may do, and no more. */
    static final List<String> SCOPES =
            List.of("chat:write", "commands", "files:write", "im:history", "im:write", "users:read");

    private Manifest() {}

    /**
     * The manifest, in YAML.
     *
     * @param hook the public address that leads to {@code /hooks/slack} of this program, or null for Socket Mode
     */
    public static String yaml(@Nullable URI hook) {
        return APP.formatted(
                hook == null ? "" : "      url: " + hook + "\n",
                hook == null ? "" : "  redirect_urls:\n    - " + hook + "/installed\n",
                SCOPES.stream().map(scope -> "      - " + scope + "\n").collect(Collectors.joining()),
                hook == null ? "" : "    request_url: " + hook + "\n",
                hook == null ? "" : "    request_url: " + hook + "\n",
                hook == null);
    }
}
