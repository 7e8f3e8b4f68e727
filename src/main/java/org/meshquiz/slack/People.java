package org.meshquiz.slack;

import com.slack.api.model.User;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who people are, from their Slack profiles: language and time zone. Safe for several threads. */
final class People {
    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final int MOST_KEPT = 10_000;

    private final SlackApi api;
    private final String team;
    private final Map<String, Inbound.From> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Inbound.From> eldest) {
            return size() > MOST_KEPT;
        }
    };

    People(SlackApi api, String team) {
        this.api = api;
        this.team = team;
    }

    /** Where somebody's direct messages go: Slack opens them at the first post to the person. */
    ChatAddress address(String user) {
        return new ChatAddress(SlackBot.PLATFORM, team, user);
    }

    /** Who somebody is. Where Slack does not tell, they are met in English and can change it. */
    Inbound.From from(String user) {
        synchronized (known) {
            Inbound.From from = known.get(user);
            if (from != null) {
                return from;
            }
        }
        try {
            User profile = api.call(client ->
                            client.usersInfo(request -> request.user(user).includeLocale(true)))
                    .getUser();
            Inbound.From from = new Inbound.From(address(user), language(profile.getLocale()), zone(profile.getTz()));
            synchronized (known) {
                known.put(user, from);
            }
            return from;
        } catch (ApiFault fault) {
            LOG.warn("A profile could not be read: {}", fault.code());
            return new Inbound.From(address(user), Locale.ENGLISH, null);
        }
    }

    /** Whether somebody administers the workspace. Who is not known has no say. */
    boolean administers(String user) {
        return profile(user)
                .filter(profile -> profile.isAdmin() || profile.isOwner())
                .isPresent();
    }

    /** What the workspace calls somebody; empty where Slack does not tell. */
    String name(String user) {
        return profile(user)
                .map(User::getProfile)
                .map(profile -> profile.getDisplayName() == null
                                || profile.getDisplayName().isBlank()
                        ? profile.getRealName()
                        : profile.getDisplayName())
                .map(name -> name.replaceAll("[*`\\s]+", " ").strip())
                .filter(name -> !name.isEmpty())
                .orElse("");
    }

    private Optional<User> profile(String user) {
        try {
            return Optional.ofNullable(api.call(client -> client.usersInfo(request -> request.user(user)))
                    .getUser());
        } catch (ApiFault fault) {
            return Optional.empty();
        }
    }

    private static Locale language(@Nullable String locale) {
        return locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale.replace('_', '-'));
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isEmpty() ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
