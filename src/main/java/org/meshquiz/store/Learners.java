package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.learner.Preferences;
import org.meshquiz.learner.QuietHours;

/** People and the chats they write from. */
public final class Learners {
    /** People with their skills; {@code %s} takes further columns. */
    static final String SELECT = """
            select l.*, array(select skill from learner_skill s where s.learner_id = l.learner_id) as skills%s
            from learner l
            """;

    private final Handle handle;

    Learners(Handle handle) {
        this.handle = handle;
    }

    /**
     * Somebody who has written.
     *
     * @param learner who they are
     * @param blocked whether they had blocked the bot in that chat before
     * @param silent whether they were asked to pause, and had not been heard from since
     */
    public record Caller(Learner learner, boolean blocked, boolean silent) {}

    /** The person, as they stand now; empty when they have been forgotten. */
    public Optional<Learner> find(LearnerId id) {
        return handle.createQuery(SELECT.formatted("") + "where l.learner_id = :id")
                .bind("id", id.value())
                .map((row, context) -> learner(row))
                .findOne();
    }

    /**
     * The person of that chat. Their row stays locked until the end, so that their answers come one after another. A second
     * look finds those whose account was joined to another while it was waited for.
     */
    public Optional<Caller> lock(ChatAddress chat) {
        return look(chat).or(() -> look(chat));
    }

    private Optional<Caller> look(ChatAddress chat) {
        return handle.createQuery(SELECT.formatted(", a.blocked_at") + """
                          join chat_address a using (learner_id)
                          where a.platform = :platform and a.bot = :bot and a.chat = :chat
                          for update of l
                          """)
                .bindMethods(chat)
                .map((row, context) -> new Caller(learner(row), row.getObject("blocked_at") != null, silent(row)))
                .findOne();
    }

    /** The person, locked until the end; empty when they have been forgotten. */
    public Optional<Learner> lock(LearnerId id) {
        return handle.createQuery(SELECT.formatted("") + "where l.learner_id = :id for update of l")
                .bind("id", id.value())
                .map((row, context) -> learner(row))
                .findOne();
    }

    /** Meets somebody for the first time. Two first messages at once make one person. */
    public Learner create(
            ChatAddress chat, Locale language, ZoneId zone, Preferences wishes, Instant nextPush, Instant now) {
        handle.createQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .bind("key", chat.platform() + '\n' + chat.bot() + '\n' + chat.chat())
                .mapTo(String.class)
                .findOne();
        return lock(chat).map(Caller::learner).orElseGet(() -> insert(chat, language, zone, wishes, nextPush, now));
    }

    /** Writes all that can change about a person. */
    public void update(Learner learner, @Nullable Instant nextPush) {
        bindWishes(handle.createUpdate("""
                                update learner set language = :language, time_zone = :zone, quiz_hour = :hour,
                                  days_off = :daysOff, quiet_from = :quietFrom, quiet_until = :quietUntil,
                                  daily_limit = :dailyLimit, new_share = :newShare, retention = :retention, reminders = :reminders,
                                  paused_until = :pausedUntil, next_push_at = :nextPush
                                where learner_id = :id
                                """), learner.preferences())
                .bind("id", learner.id().value())
                .bind("language", learner.language().getLanguage())
                .bind("zone", learner.zone().getId())
                .bind("pausedUntil", Times.toColumn(learner.pausedUntil()))
                .bind("nextPush", Times.toColumn(nextPush))
                .execute();
        replaceSkills(learner);
    }

    /**
     * Everybody, page by page, the lowest numbers first.
     *
     * @param last whom the page before ended with; null for the first page
     */
    public List<LearnerId> after(@Nullable LearnerId last, int atMost) {
        return handle.createQuery("select learner_id from learner where learner_id > :last order by 1 limit :most")
                .bind("last", last == null ? 0 : last.value())
                .bind("most", atMost)
                .mapTo(Long.class)
                .map(LearnerId::new)
                .list();
    }

    /** Forgets the person and all that hangs on them. */
    public void delete(LearnerId id) {
        handle.createUpdate("delete from learner where learner_id = :id")
                .bind("id", id.value())
                .execute();
    }

    /** When the person's next daily quiz is due; empty when none is. */
    public Optional<Instant> nextPush(LearnerId id) {
        return handle.createQuery(
                        "select next_push_at from learner where learner_id = :id and next_push_at is not null")
                .bind("id", id.value())
                .mapTo(Instant.class)
                .findOne();
    }

    private Learner insert(
            ChatAddress chat, Locale language, ZoneId zone, Preferences wishes, Instant nextPush, Instant now) {
        long id = bindWishes(handle.createUpdate("""
                                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until,
                                  daily_limit, new_share, retention, reminders, next_push_at, created_at)
                                values (:language, :zone, :hour, :daysOff, :quietFrom, :quietUntil,
                                  :dailyLimit, :newShare, :retention, :reminders, :nextPush, :now)
                                """), wishes)
                .bind("language", language.getLanguage())
                .bind("zone", zone.getId())
                .bind("nextPush", nextPush)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("learner_id")
                .mapTo(Long.class)
                .one();
        handle.createUpdate("""
                        insert into chat_address (platform, bot, chat, learner_id) values (:platform, :bot, :chat, :id)
                        """).bindMethods(chat).bind("id", id).execute();
        return new Learner(new LearnerId(id), language, zone, wishes, Set.of(), null);
    }

    private void replaceSkills(Learner learner) {
        handle.createUpdate("delete from learner_skill where learner_id = :id and skill != all(:skills)")
                .bind("id", learner.id().value())
                .bindArray("skills", String.class, learner.skills())
                .execute();
        handle.createUpdate("""
                        insert into learner_skill (learner_id, skill, weight)
                        select :id, skill, 1 from unnest(:skills) as skill on conflict do nothing
                        """)
                .bind("id", learner.id().value())
                .bindArray("skills", String.class, learner.skills())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bindWishes(S statement, Preferences wishes) {
        return statement
                .bind("hour", wishes.hour())
                .bind("daysOff", Weekdays.bits(wishes.daysOff()))
                .bind("quietFrom", wishes.quiet().from())
                .bind("quietUntil", wishes.quiet().until())
                .bind("dailyLimit", wishes.dailyLimit())
                .bind("newShare", wishes.newShare())
                .bind("retention", wishes.retention())
                .bind("reminders", wishes.reminders());
    }

    static Learner learner(ResultSet row) throws SQLException {
        Preferences wishes = new Preferences(
                row.getObject("quiz_hour", LocalTime.class),
                Weekdays.of(row.getInt("days_off")),
                new QuietHours(
                        row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class)),
                row.getInt("daily_limit"),
                Decimals.fromColumn(row.getFloat("new_share")),
                Decimals.fromColumn(row.getFloat("retention")),
                row.getBoolean("reminders"));
        return new Learner(
                new LearnerId(row.getLong("learner_id")),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                wishes,
                Set.of((String[]) row.getArray("skills").getArray()),
                Times.fromColumn(row.getObject("paused_until", OffsetDateTime.class)));
    }

    static boolean silent(ResultSet row) throws SQLException {
        return row.getObject("pause_asked_at") != null;
    }
}
