package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.LearnerId;

/** Questions put to a whole group, and the first answer of each person. */
public final class GroupQuestions {
    private final Handle handle;

    GroupQuestions(Handle handle) {
        this.handle = handle;
    }

    /**
     * A question put to a group.
     *
     * @param id its number, 0 before it is stored
     * @param chat the group
     * @param place where in the group it stands
     * @param language in which it was put
     * @param question the question's id
     * @param version the version of its text
     * @param order the options as shown: the first shown is option {@code order.get(0)} of the question
     * @param message our number of the message that shows it
     * @param token what its buttons carry
     * @param askedAt when it was put
     * @param closesAt when answers stop to count
     * @param open whether they still count
     * @param daily whether it is the question of the day
     */
    public record GroupQuestion(
            long id,
            ChatAddress chat,
            ChatAddress place,
            Locale language,
            String question,
            int version,
            List<Integer> order,
            long message,
            String token,
            Instant askedAt,
            Instant closesAt,
            boolean open,
            boolean daily) {
        public GroupQuestion {
            order = List.copyOf(order);
        }
    }

    /**
     * How a question went.
     *
     * @param right people who were right
     * @param answered people who answered
     */
    public record Tally(int right, int answered) {}

    public void add(GroupQuestion asked) {
        handle.createUpdate("""
                        insert into group_question (platform, bot, chat, place, language, question_id, question_version,
                          option_order, message_id, token, asked_at, closes_at, daily)
                        values (:group.platform, :group.bot, :group.chat, :placeChat, :tongue, :question, :version, :shown, :message, :token,
                          :askedAt, :closesAt, :daily)
                        """)
                .bindMethods(asked)
                .bindMethods("group", asked.chat())
                .bind("placeChat", asked.place().chat())
                .bind("tongue", asked.language().getLanguage())
                .bindArray(
                        "shown",
                        Short.class,
                        asked.order().stream().map(Integer::shortValue).toList())
                .execute();
    }

    /** The question with that token, when it was put to that group. */
    public Optional<GroupQuestion> find(ChatAddress chat, String token) {
        return handle.createQuery("""
                        select * from group_question
                        where platform = :platform and bot = :bot and chat = :chat and token = :token
                        """)
                .bindMethods(chat)
                .bind("token", token)
                .map((row, context) -> question(row))
                .findOne();
    }

    /** The open question whose message has an id on its platform that begins like that. */
    public Optional<GroupQuestion> ofMessage(String platform, String bot, String idBegins) {
        return handle.createQuery("""
                        select q.* from group_question q join sent_message s using (platform, bot, message_id)
                        where platform = :platform and bot = :bot and q.closed_at is null
                          and s.chat in (q.place, q.chat) and starts_with(s.platform_id, :begins) limit 1
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .bind("begins", idBegins)
                .map((row, context) -> question(row))
                .findOne();
    }

    /** Whether there is a poll of which it is not yet known as what message it went out. */
    public boolean pollOnItsWay(String platform, String bot) {
        return handle.createQuery("""
                        select exists (select from outbox
                          where platform = :platform and bot = :bot and outcome is null
                            and jsonb_typeof(card -> 'poll') = 'object')
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .mapTo(Boolean.class)
                .one();
    }

    /** A question whose time is over, locked; one that another node has locked is left. */
    public Optional<GroupQuestion> due(Instant now) {
        return handle.createQuery("""
                        select * from group_question where closed_at is null and closes_at <= :now
                        order by closes_at limit 1 for update skip locked
                        """)
                .bind("now", now)
                .map((row, context) -> question(row))
                .findOne();
    }

    public void close(GroupQuestion asked, Instant now) {
        handle.createUpdate("update group_question set closed_at = :now where group_question_id = :id")
                .bind("now", now)
                .bind("id", asked.id())
                .execute();
    }

    /**
     * Takes a person's answer; false when they have answered before.
     *
     * @param option what they chose, as the question counts it
     */
    public boolean answer(LearnerId learner, GroupQuestion asked, int option, boolean correct, Instant now) {
        return handle.createUpdate("""
                                insert into group_answer (learner_id, group_question_id, option, correct, answered_at)
                                values (:learner, :id, :option, :correct, :now) on conflict do nothing
                                """)
                        .bind("learner", learner.value())
                        .bind("id", asked.id())
                        .bind("option", option)
                        .bind("correct", correct)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Whether a person's first answer was right; empty when they have not answered. */
    public Optional<Boolean> answered(LearnerId learner, GroupQuestion asked) {
        return handle.createQuery(
                        "select correct from group_answer where learner_id = :learner and group_question_id = :id")
                .bind("learner", learner.value())
                .bind("id", asked.id())
                .mapTo(Boolean.class)
                .findOne();
    }

    /** Keeps other answers to the question waiting until the end of the transaction, so that none is counted without another. */
    public void lock(GroupQuestion asked) {
        handle.createQuery("select 1 from group_question where group_question_id = :id for update")
                .bind("id", asked.id())
                .mapTo(Integer.class)
                .one();
    }

    /** How many people chose each option, as the question counts them. */
    public Map<Integer, Integer> spread(GroupQuestion asked) {
        Map<Integer, Integer> spread = new HashMap<>();
        handle.createQuery("""
                        select option, count(*) as people from group_answer
                        where group_question_id = :id and option is not null group by option
                        """)
                .bind("id", asked.id())
                .map((row, context) -> Map.entry(row.getInt("option"), row.getInt("people")))
                .forEach(entry -> spread.put(entry.getKey(), entry.getValue()));
        return spread;
    }

    public Tally tally(GroupQuestion asked) {
        return handle.createQuery("""
                        select count(*) filter (where correct), count(*) from group_answer where group_question_id = :id
                        """)
                .bind("id", asked.id())
                .map((row, context) -> new Tally(row.getInt(1), row.getInt(2)))
                .one();
    }

    /** Ids of the questions put to a group since that moment. */
    public Set<String> askedSince(ChatAddress chat, Instant since) {
        return new HashSet<>(handle.createQuery("""
                        select distinct question_id from group_question
                        where platform = :platform and bot = :bot and chat = :chat and asked_at >= :since
                        """)
                .bindMethods(chat)
                .bind("since", since)
                .mapTo(String.class)
                .list());
    }

    private static GroupQuestion question(ResultSet row) throws SQLException {
        String platform = row.getString("platform");
        String bot = row.getString("bot");
        Number[] order = (Number[]) row.getArray("option_order").getArray();
        return new GroupQuestion(
                row.getLong("group_question_id"),
                new ChatAddress(platform, bot, row.getString("chat")),
                new ChatAddress(platform, bot, row.getString("place")),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("question_id"),
                row.getInt("question_version"),
                Arrays.stream(order).map(Number::intValue).toList(),
                row.getLong("message_id"),
                row.getString("token"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                row.getObject("closed_at") == null,
                row.getBoolean("daily"));
    }
}
