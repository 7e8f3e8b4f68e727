package org.meshquiz.quiz;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses that open a private chat with the bot and hand it a word, where a platform has such. Adapters tell theirs once
 * they know it. Safe for several threads.
 */
public final class StartLinks {
    private final Map<String, String> beginnings = new ConcurrentHashMap<>();

    /**
     * Tells how a platform's addresses begin; the word follows.
     *
     * @param beginning a web address that goes on with up to 64 characters of {@code [A-Za-z0-9_-]}
     */
    public void offer(String platform, String beginning) {
        beginnings.put(platform, beginning);
    }

    /** The addresses with that word, by platform, except for one platform. */
    Map<String, URI> elsewhere(String platform, String word) {
        Map<String, URI> links = new TreeMap<>();
        beginnings.forEach((other, beginning) -> {
            if (!other.equals(platform)) {
                links.put(other, URI.create(beginning + word));
            }
        });
        return links;
    }
}
