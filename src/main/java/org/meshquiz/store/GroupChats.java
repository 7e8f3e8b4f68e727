package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;

/** Groups that a bot is in, and how they want to be asked. */
public final class GroupChats {
    private static final String CHAT = " where platform = :platform and bot = :bot and chat = :chat ";

    private final Handle handle;

    GroupChats(Handle handle) {
        this.handle = handle;
    }

    /**
     * A group.
     *
     * @param chat the group itself
     * @param place where in it the bot writes: a topic, or the group again
     * @param language English or Russian
     * @param zone the time zone in which its hour counts
     * @param hour of the question of the day, or null when there is none
     */
    public record GroupChat(
            ChatAddress chat,
            ChatAddress place,
            Locale language,
            ZoneId zone,
            @Nullable LocalTime hour) {}

    /** Writes all about a group. */
    public void save(GroupChat group, @Nullable Instant nextPost) {
        handle.createUpdate("""
                        insert into team_chat (platform, bot, chat, place, language, time_zone, post_hour, next_post_at)
                        values (:platform, :bot, :chat, :place, :language, :zone, :hour, :nextPost)
                        on conflict (platform, bot, chat) do update set place = excluded.place,
                          language = excluded.language, time_zone = excluded.time_zone, post_hour = excluded.post_hour,
                          next_post_at = excluded.next_post_at
                        """)
                .bindMethods(group.chat())
                .bind("place", group.place().chat())
                .bind("language", group.language().getLanguage())
                .bind("zone", group.zone().getId())
                .bind("hour", group.hour())
                .bind("nextPost", nextPost)
                .execute();
    }

    public Optional<GroupChat> find(ChatAddress chat) {
        return handle.createQuery("select * from team_chat" + CHAT)
                .bindMethods(chat)
                .map((row, context) -> group(row))
                .findOne();
    }

    /** A group whose question of the day is due, locked; one that another node has locked is left. */
    public Optional<GroupChat> due(Instant now) {
        return handle.createQuery("""
                        select * from team_chat where next_post_at <= :now
                        order by next_post_at limit 1 for update skip locked
                        """)
                .bind("now", now)
                .map((row, context) -> group(row))
                .findOne();
    }

    /** Plans when the standings of the week come to a group next, or that they do not. */
    public void planStandings(ChatAddress chat, @Nullable Instant next) {
        handle.createUpdate("update team_chat set next_board_at = :next" + CHAT)
                .bindMethods(chat)
                .bind("next", next)
                .execute();
    }

    /** Groups of these platforms to which the standings of the week are to come. */
    public List<GroupChat> standingsDue(Set<String> platforms, Instant now, int atMost) {
        return handle.createQuery("""
                        select * from team_chat where next_board_at <= :now and platform = any(:platforms)
                        order by next_board_at limit :most
                        """)
                .bind("now", now)
                .bindArray("platforms", String.class, platforms)
                .bind("most", atMost)
                .map((row, context) -> group(row))
                .list();
    }

    /** Takes the standings of the week that are due in a group; false when another node was faster. */
    public boolean takeStandings(ChatAddress chat, Instant now, Instant next) {
        return handle.createUpdate("update team_chat set next_board_at = :next" + CHAT + "and next_board_at <= :now")
                        .bindMethods(chat)
                        .bind("now", now)
                        .bind("next", next)
                        .execute()
                == 1;
    }

    /** No question of the day comes any more, because the bot may not write there. */
    public void silence(ChatAddress chat) {
        handle.createUpdate("""
                        update team_chat set next_post_at = null, next_board_at = null
                        where platform = :platform and bot = :bot and (chat = :chat or place = :chat)
                        """).bindMethods(chat).execute();
    }

    /** Lets no question of the day come anywhere from a bot that is not wanted any more. */
    public void silenceAll(String platform, String bot) {
        handle.createUpdate("""
                        update team_chat set next_post_at = null, next_board_at = null where platform = :platform and bot = :bot
                        """).bind("platform", platform).bind("bot", bot).execute();
    }

    /** Gives a group and all that was asked in it its new address. */
    public void move(ChatAddress from, ChatAddress to) {
        for (String table : List.of("team_chat", "group_question")) {
            handle.createUpdate("""
                            update <table> set chat = :to, place = :to || substr(place, length(:chat) + 1)
                            where platform = :platform and bot = :bot and chat = :chat
                            """)
                    .define("table", table)
                    .bindMethods(from)
                    .bind("to", to.chat())
                    .execute();
        }
        handle.createUpdate("update group_keyboard set chat = :to" + CHAT)
                .bindMethods(from)
                .bind("to", to.chat())
                .execute();
    }

    /** Remembers what the buttons under a message in a group stand for. */
    public void addKeyboard(ChatAddress chat, String token, List<String> actions, Instant now) {
        handle.createUpdate("""
                        insert into group_keyboard (token, platform, bot, chat, actions, made_at)
                        values (:token, :platform, :bot, :chat, :actions, :now)
                        """)
                .bind("token", token)
                .bindMethods(chat)
                .bindArray("actions", String.class, actions)
                .bind("now", now)
                .execute();
    }

    /** What the buttons with that token stand for; empty when they belong to another group. */
    public List<String> keyboard(ChatAddress chat, String token) {
        return handle.createQuery("select actions from group_keyboard" + CHAT + "and token = :token")
                .bindMethods(chat)
                .bind("token", token)
                .map((row, context) -> Arrays.asList((String[]) row.getArray(1).getArray()))
                .findOne()
                .orElse(List.of());
    }

    private static GroupChat group(ResultSet row) throws SQLException {
        String platform = row.getString("platform");
        String bot = row.getString("bot");
        return new GroupChat(
                new ChatAddress(platform, bot, row.getString("chat")),
                new ChatAddress(platform, bot, row.getString("place")),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("post_hour", LocalTime.class));
    }
}
