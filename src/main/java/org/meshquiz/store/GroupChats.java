package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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
     * A group, which is a team.
     *
     * @param team its number, 0 before it is stored
     * @param chat the group itself
     * @param place where in it the bot writes: a topic, or the group again
     * @param language English or Russian
     * @param zone the time zone in which its hours count
     * @param wishes how it wants to be asked
     */
    public record GroupChat(
            long team, ChatAddress chat, ChatAddress place, Locale language, ZoneId zone, Wishes wishes) {

        public GroupChat with(Wishes changed) {
            return new GroupChat(team, chat, place, language, zone, changed);
        }

        public GroupChat speaking(Locale other) {
            return new GroupChat(team, chat, place, other, zone, wishes);
        }

        /** The same where its hours count in another zone, and its messages come to another topic. */
        public GroupChat in(ChatAddress topic, ZoneId other) {
            return new GroupChat(team, chat, topic, language, other, wishes);
        }
    }

    /**
     * How a group wants to be asked.
     *
     * @param hour of the question of the day, or null when there is none
     * @param daysOff weekdays without one
     * @param skills ids of the skills that it is about; none means all
     * @param board whether the standings of the week are posted
     */
    public record Wishes(@Nullable LocalTime hour, Set<DayOfWeek> daysOff, Set<String> skills, boolean board) {
        /** What a group begins with: no question of the day, and standings as soon as somebody has joined. */
        public static final Wishes DEFAULT =
                new Wishes(null, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), true);

        public Wishes {
            daysOff = Set.copyOf(daysOff);
            skills = Set.copyOf(skills);
        }

        public Wishes withHour(@Nullable LocalTime changed) {
            return new Wishes(changed, daysOff, skills, board);
        }

        public Wishes withDaysOff(Set<DayOfWeek> changed) {
            return new Wishes(hour, changed, skills, board);
        }

        public Wishes withSkills(Set<String> changed) {
            return new Wishes(hour, daysOff, changed, board);
        }

        public Wishes withBoard(boolean changed) {
            return new Wishes(hour, daysOff, skills, changed);
        }
    }

    /**
     * Writes all about a group and returns the number of the team.
     *
     * @param nextPost when the question of the day comes next, or null
     * @param nextBoard when the standings of the week come next, or null
     */
    public long save(GroupChat group, @Nullable Instant nextPost, @Nullable Instant nextBoard) {
        return handle.createQuery("""
                        insert into team_chat (platform, bot, chat, place, language, time_zone, post_hour, next_post_at,
                          next_board_at, days_off, skills, board)
                        values (:platform, :bot, :chat, :place, :tongue, :zoneId, :hour, :nextPost, :nextBoard, :bits,
                          :skillIds, :board)
                        on conflict (platform, bot, chat) do update set place = excluded.place,
                          language = excluded.language, time_zone = excluded.time_zone, post_hour = excluded.post_hour,
                          next_post_at = excluded.next_post_at, next_board_at = excluded.next_board_at,
                          days_off = excluded.days_off, skills = excluded.skills, board = excluded.board
                        returning team_id
                        """)
                .bindMethods(group.chat())
                .bind("place", group.place().chat())
                .bind("tongue", group.language().getLanguage())
                .bind("zoneId", group.zone().getId())
                .bind("hour", group.wishes().hour())
                .bind("nextPost", nextPost)
                .bind("nextBoard", nextBoard)
                .bind("bits", Weekdays.bits(group.wishes().daysOff()))
                .bindArray("skillIds", String.class, group.wishes().skills())
                .bind("board", group.wishes().board())
                .mapTo(Long.class)
                .one();
    }

    /** The group of that number. */
    public Optional<GroupChat> find(long team) {
        return handle.createQuery("select * from team_chat where team_id = :team")
                .bind("team", team)
                .map((row, context) -> group(row))
                .findOne();
    }

    /** What a group calls itself, as far as its platform tells. */
    public void entitle(ChatAddress chat, String title) {
        handle.createUpdate("update team_chat set title = :title" + CHAT + "and title is distinct from :title")
                .bindMethods(chat)
                .bind("title", title)
                .execute();
    }

    /** What a team is called; empty where that is not known. */
    public Optional<String> title(long team) {
        return handle.createQuery("select title from team_chat where team_id = :team and title is not null")
                .bind("team", team)
                .mapTo(String.class)
                .findOne();
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

    /** Plans when the question of the day comes next, or that none does. */
    public void planQuestion(ChatAddress chat, @Nullable Instant next) {
        handle.createUpdate("update team_chat set next_post_at = :next" + CHAT)
                .bindMethods(chat)
                .bind("next", next)
                .execute();
    }

    /** Groups to which the standings of the week are to come. */
    public List<GroupChat> standingsDue(Instant now, int atMost) {
        return handle.createQuery(
                        "select * from team_chat where next_board_at <= :now order by next_board_at limit :most")
                .bind("now", now)
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

    /**
     * The buttons under a message in a group.
     *
     * @param message our number of the message
     * @param actions what each button does
     */
    public record GroupKeyboard(long message, List<String> actions) {
        public GroupKeyboard {
            actions = List.copyOf(actions);
        }
    }

    /** Remembers what the buttons under a message in a group do. */
    public void addKeyboard(ChatAddress chat, String token, GroupKeyboard keyboard, Instant now) {
        handle.createUpdate("""
                        insert into group_keyboard (token, platform, bot, chat, actions, message_id, made_at)
                        values (:token, :platform, :bot, :chat, :labels, :message, :now)
                        """)
                .bind("token", token)
                .bindMethods(chat)
                .bindArray("labels", String.class, keyboard.actions())
                .bind("message", keyboard.message())
                .bind("now", now)
                .execute();
    }

    /** The buttons with that token; empty when they belong to another group. */
    public Optional<GroupKeyboard> keyboard(ChatAddress chat, String token) {
        return handle.createQuery(
                        "select coalesce(message_id, 0), actions from group_keyboard" + CHAT + "and token = :token")
                .bindMethods(chat)
                .bind("token", token)
                .map((row, context) -> new GroupKeyboard(
                        row.getLong(1), List.of((String[]) row.getArray(2).getArray())))
                .findOne();
    }

    static GroupChat group(ResultSet row) throws SQLException {
        String platform = row.getString("platform");
        String bot = row.getString("bot");
        return new GroupChat(
                row.getLong("team_id"),
                new ChatAddress(platform, bot, row.getString("chat")),
                new ChatAddress(platform, bot, row.getString("place")),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                new Wishes(
                        row.getObject("post_hour", LocalTime.class),
                        Weekdays.of(row.getInt("days_off")),
                        Set.of((String[]) row.getArray("skills").getArray()),
                        row.getBoolean("board")));
    }
}
