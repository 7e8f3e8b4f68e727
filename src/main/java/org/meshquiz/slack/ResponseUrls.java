package org.meshquiz.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that came with presses. By such an address the message that was pressed can be replaced, which Slack does not
 * count among the edits that it limits. They are kept in memory alone: another node edits in the ordinary way. Safe for
 * several threads.
 */
final class ResponseUrls {
    /** Slack takes an address for thirty minutes. */
    private static final Duration LIFE = Duration.ofMinutes(25);
    /** Slack takes it five times; one is left for a word to whoever pressed. */
    private static final int USES = 4;

    private static final int MOST_KEPT = 10_000;

    private final InstantSource clock;
    private final Map<String, Address> byMessage = new Newest();
    private final Map<String, Address> byChat = new Newest();

    /**
     * @param clock the real time
     */
    ResponseUrls(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes an address.
     *
     * @param chat the chat as messages are addressed to it: a person or a channel
     * @param message where the pressed message stands: the channel, a colon, and Slack's {@code ts}
     */
    synchronized void pressed(String chat, String message, String url) {
        Address address = new Address(url, clock.instant().plus(LIFE));
        byMessage.put(message, address);
        byChat.put(chat, address);
    }

    /** Whether a message in a chat was pressed lately, so that an edit there is likely one of it. */
    synchronized boolean isPressed(String chat) {
        Address address = byChat.get(chat);
        return address != null && address.isUsable(clock.instant());
    }

    /** An address by which to replace a message, once; empty where none is left. */
    synchronized Optional<String> take(String message) {
        Address address = byMessage.get(message);
        if (address == null || !address.isUsable(clock.instant())) {
            return Optional.empty();
        }
        address.left--;
        return Optional.of(address.url);
    }

    /** An address and how often it may still be used. */
    private static final class Address {
        private final String url;
        private final Instant until;
        private int left = USES;

        Address(String url, Instant until) {
            this.url = url;
            this.until = until;
        }

        boolean isUsable(Instant now) {
            return left > 0 && now.isBefore(until);
        }
    }

    /** Forgets the oldest when it gets too many. */
    private static final class Newest extends LinkedHashMap<String, Address> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Address> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
