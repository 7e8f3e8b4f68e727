package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a workspace holds: people, channels and what was said in them. */
final class Workspace {
    private final AtomicLong clock = new AtomicLong(1_790_000_000_000_000L);
    private final Set<String> administrators = ConcurrentHashMap.newKeySet();
    private final Map<String, Profile> people = new ConcurrentHashMap<>();
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    /** Who somebody is. */
    record Profile(String id, String team, String locale, String zone) {
        /** Their direct messages with the bot. */
        String channel() {
            return "D" + id.substring(1);
        }
    }

    /** A channel or direct messages. */
    static final class Channel {
        final String id;
        final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
        final List<ObjectNode> ephemeral = new CopyOnWriteArrayList<>();
        /** The code that every post is refused with, or null. */
        volatile @Nullable String bar;

        Channel(String id) {
            this.id = id;
        }
    }

    void add(Profile profile) {
        people.put(profile.id(), profile);
        addChannel(profile.channel());
    }

    Channel addChannel(String id) {
        return channels.computeIfAbsent(id, Channel::new);
    }

    void makeAdministrator(String id) {
        administrators.add(id);
    }

    boolean isAdministrator(String id) {
        return administrators.contains(id);
    }

    Profile profile(String id) {
        Profile profile = people.get(id);
        if (profile == null) {
            throw new Refused("user_not_found");
        }
        return profile;
    }

    /** Whether direct messages, or a person, are of another team than that. */
    boolean isElsewhere(String id, String team) {
        return people.values().stream()
                .filter(person -> person.id().equals(id) || person.channel().equals(id))
                .anyMatch(person -> !person.team().equals(team));
    }

    /** A channel by its own id. */
    Channel channel(String id) {
        Channel channel = channels.get(id);
        if (channel == null) {
            throw new Refused("channel_not_found");
        }
        return channel;
    }

    /** A channel to post to: by its id, or by the person whose direct messages are meant. */
    Channel open(String id) {
        Profile person = people.get(id);
        return channel(person == null ? id : person.channel());
    }

    /** A new time stamp, which is what a message is known by. */
    String ts() {
        long micros = clock.incrementAndGet();
        return micros / 1_000_000 + "." + String.format("%06d", micros % 1_000_000);
    }
}
