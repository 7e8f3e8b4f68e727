package org.meshquiz.quiz;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.store.Database;
import org.meshquiz.store.LocalChats.LocalMessage;

/** What the local chat has shown to each person, so that a page can be closed and opened again. */
public final class Transcript {
    private static final int NEWEST = 200;

    private final Database database;
    private final InstantSource clock;

    public Transcript(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A message as the page shows it.
     *
     * @param n grows at every new message and every edit
     * @param number the message's own number, the same after an edit
     * @param text without any style
     * @param html the same, styled and escaped
     * @param buttons rows of buttons as JSON
     * @param image path of a picture, or null
     * @param edited whether it replaces an earlier text
     */
    public record Entry(
            long n,
            long number,
            String text,
            String html,
            String buttons,
            @Nullable String image,
            boolean edited) {}

    /**
     * Adds a message and returns its number.
     *
     * @param image path of a picture, or null
     */
    public long add(String person, String text, String html, String buttons, @Nullable String image) {
        return database.single(tx -> tx.localChats().add(person, text, html, buttons, image));
    }

    /** Replaces a message. */
    public void edit(String person, long number, String text, String html, String buttons) {
        database.single(tx -> {
            tx.localChats().edit(person, number, text, html, buttons);
            return number;
        });
    }

    /** What is new since {@code n}, in order of {@code n}; at most the newest 200. */
    public List<Entry> after(String person, long n) {
        return database.single(tx -> tx.localChats().after(person, n, NEWEST)).stream()
                .map(Transcript::entry)
                .toList();
    }

    /** The highest {@code n} of a person, 0 when nothing was shown yet. */
    public long last(String person) {
        return database.single(tx -> tx.localChats().last(person));
    }

    /** Keeps a file for download. */
    public void addFile(String person, String name, byte[] content) {
        Instant now = clock.instant();
        database.single(tx -> {
            tx.localChats().addFile(person, name, content, now);
            return name;
        });
    }

    /** A file that was given to this person. */
    public Optional<byte[]> file(String person, String name) {
        return database.single(tx -> tx.localChats().file(person, name));
    }

    private static Entry entry(LocalMessage message) {
        return new Entry(
                message.n(),
                message.number(),
                message.text(),
                message.html(),
                message.buttons(),
                message.image(),
                message.edited());
    }
}
