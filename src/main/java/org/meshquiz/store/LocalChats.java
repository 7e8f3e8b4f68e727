package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the local chat shows to each person, its files, and its clock. */
public final class LocalChats {
    private final Handle handle;

    LocalChats(Handle handle) {
        this.handle = handle;
    }

    /**
     * A message as a page shows it.
     *
     * @param n grows at every new message and every edit
     * @param number the message's own number, the same after an edit
     * @param text without any style
     * @param html the same, styled and escaped
     * @param buttons rows of buttons as JSON
     * @param image path of a picture, or null
     * @param edited whether it replaces an earlier text
     */
    public record LocalMessage(
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
        return handle.createQuery("""
                        insert into local_message (person, number, n, body, html, buttons, image)
                        select :person, n, n, :text, :html, cast(:buttons as jsonb), :image
                        from nextval('local_chat_n') as n
                        returning number
                        """)
                .bind("image", image)
                .bind("person", person)
                .bind("text", text)
                .bind("html", html)
                .bind("buttons", buttons)
                .mapTo(Long.class)
                .one();
    }

    /** Replaces a message; nothing happens when there is none of that number. */
    public void edit(String person, long number, String text, String html, String buttons) {
        handle.createUpdate("""
                        update local_message set n = nextval('local_chat_n'), body = :text, html = :html,
                          buttons = cast(:buttons as jsonb), edited = true
                        where person = :person and number = :number
                        """)
                .bind("person", person)
                .bind("number", number)
                .bind("text", text)
                .bind("html", html)
                .bind("buttons", buttons)
                .execute();
    }

    /** The newest messages with a number above {@code n}, in order of {@code n}. */
    public List<LocalMessage> after(String person, long n, int atMost) {
        return handle.createQuery("""
                        select * from (select * from local_message where person = :person and n > :n
                          order by n desc limit :most) newest order by n
                        """)
                .bind("person", person)
                .bind("n", n)
                .bind("most", atMost)
                .map((row, context) -> message(row))
                .list();
    }

    /** The highest {@code n} of a person, 0 when there is none. */
    public long last(String person) {
        return handle.createQuery("select coalesce(max(n), 0) from local_message where person = :person")
                .bind("person", person)
                .mapTo(Long.class)
                .one();
    }

    public void addFile(String person, String name, byte[] content, Instant now) {
        handle.createUpdate("""
                        insert into local_file (person, name, content, made_at) values (:person, :name, :content, :now)
                        on conflict (person, name) do update set content = excluded.content, made_at = excluded.made_at
                        """)
                .bind("person", person)
                .bind("name", name)
                .bind("content", content)
                .bind("now", now)
                .execute();
    }

    public Optional<byte[]> file(String person, String name) {
        return handle.createQuery("select content from local_file where person = :person and name = :name")
                .bind("person", person)
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Forgets everything of a person. */
    public void deleteAll(String person) {
        handle.createUpdate("delete from local_message where person = :person")
                .bind("person", person)
                .execute();
        handle.createUpdate("delete from local_file where person = :person")
                .bind("person", person)
                .execute();
    }

    /** How far the clock has been moved forward. */
    public Duration clockAhead() {
        return handle.createQuery("select ahead_ms from local_clock")
                .mapTo(Long.class)
                .findOne()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    /** Moves the clock forward by that much more and returns how far it is ahead in all. */
    public Duration advanceClock(Duration by) {
        return Duration.ofMillis(handle.createQuery("""
                        insert into local_clock (ahead_ms) values (:by)
                        on conflict (only_row) do update set ahead_ms = local_clock.ahead_ms + :by
                        returning ahead_ms
                        """)
                .bind("by", by.toMillis())
                .mapTo(Long.class)
                .one());
    }

    private static LocalMessage message(ResultSet row) throws SQLException {
        return new LocalMessage(
                row.getLong("n"),
                row.getLong("number"),
                row.getString("body"),
                row.getString("html"),
                row.getString("buttons"),
                row.getString("image"),
                row.getBoolean("edited"));
    }
}
