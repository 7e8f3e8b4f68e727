package org.meshquiz.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.QuizSessions.Kind;

/** Questions put to people: each with its delivery, its message and its buttons, all in one statement. */
public final class PutQuestions {
    private static final String LINE = "\n";

    private final Handle handle;

    PutQuestions(Handle handle) {
        this.handle = handle;
    }

    /**
     * A question on its way to somebody.
     *
     * @param delivery not stored yet; its message is given a number here
     * @param message what shows it, not stored yet
     * @param token what its buttons carry
     * @param actions what each of them does, by its index; none has a line break
     */
    public record Put(LearnerId learner, Delivery delivery, Outgoing message, String token, List<String> actions) {
        public Put {
            actions = List.copyOf(actions);
            if (actions.stream().anyMatch(action -> action.contains(LINE))) {
                throw new IllegalArgumentException("what a button does is one line");
            }
        }
    }

    /**
     * The beginning of a session.
     *
     * @param kind why it begins
     * @param skill the skill's id, or null for any
     * @param wanted how many different questions it is to have
     * @param first its first question
     */
    public record Opening(Kind kind, @Nullable String skill, int wanted, Put first) {}

    /** Puts a question of a session that is stored; somebody waits for it where the message does not expire. */
    public void next(Put put) {
        Delivery delivery = put.delivery();
        Outgoing message = put.message();
        boolean urgent = message.expiresAt() == null;
        handle.createUpdate("""
                        with put as (insert into delivery (learner_id, session_id, message_id, question_id, question_version,
                            option_order, again, asked_at)
                          values (:learner, :session, nextval('message_id_seq'), :question, :version,
                            cast(string_to_array(:shown, ' ') as smallint[]), :again, :askedAt)
                          returning learner_id, delivery_id, message_id),
                        buttons as (insert into keyboard (learner_id, token, message_id, delivery_id, actions, made_at,
                            expires_at)
                          select learner_id, :token, message_id, delivery_id, string_to_array(:actions, E'\\n'),
                            cast(:askedAt as timestamptz), cast(:expires as timestamptz) from put),
                        """ + Outbox.HURRIED + """
                        insert into outbox (platform, bot, chat, message_id, edits, card, urgent, ready_at, expires_at)
                        select :platform, :bot, :chat, message_id, false, cast(:card as jsonb), :urgent, '-infinity',
                          cast(:expiresAt as timestamptz) from put
                        """)
                .bind("learner", put.learner().value())
                .bind("session", delivery.session())
                .bind("question", delivery.question())
                .bind("version", delivery.version())
                .bind("shown", order(put))
                .bind("again", delivery.again())
                .bind("askedAt", delivery.askedAt())
                .bind("token", put.token())
                .bind("actions", actions(put))
                .bind("expires", delivery.askedAt().plus(Keyboards.LIFE))
                .bindMethods(message.to())
                .bind("card", message.card())
                .bind("urgent", urgent)
                .bind("expiresAt", message.expiresAt())
                .execute();
    }

    /**
     * Begins sessions of many people, of each at most one, with their first questions; what went on before is over. Nobody
     * waits for these messages.
     */
    public void open(List<Opening> openings, Instant now) {
        if (openings.isEmpty()) {
            return;
        }
        Update update = handle.createUpdate("""
                with opening as materialized (
                  select nextval(pg_get_serial_sequence('quiz_session', 'session_id')) as session_id,
                    nextval(pg_get_serial_sequence('delivery', 'delivery_id')) as delivery_id,
                    nextval('message_id_seq') as message_id, o.*
                  from unnest(:learners, :kinds, :skills, cast(:wanted as smallint[]), :questions,
                      cast(:versions as integer[]), :orders, :tokens, :actions, :platforms, :bots, :chats, :cards,
                      cast(:expiries as timestamptz[]))
                    with ordinality as o (learner_id, kind, skill, wanted, question_id, version, shown, token, actions,
                      platform, bot, chat, card, expires_at, place)),
                ended as (update quiz_session s set ended_at = :now from opening o
                  where s.learner_id = o.learner_id and s.ended_at is null),
                session as (insert into quiz_session (learner_id, session_id, kind, skill, wanted, started_at)
                    overriding system value
                  select learner_id, session_id, kind, skill, wanted, cast(:now as timestamptz) from opening),
                put as (insert into delivery (learner_id, delivery_id, session_id, message_id, question_id,
                    question_version, option_order, again, asked_at) overriding system value
                  select learner_id, delivery_id, session_id, message_id, question_id, version,
                    cast(string_to_array(shown, ' ') as smallint[]), false, cast(:now as timestamptz) from opening),
                buttons as (insert into keyboard (learner_id, token, message_id, delivery_id, actions, made_at, expires_at)
                  select learner_id, token, message_id, delivery_id, string_to_array(actions, E'\\n'),
                    cast(:now as timestamptz), cast(:expires as timestamptz) from opening)
                insert into outbox (platform, bot, chat, message_id, edits, card, urgent, ready_at, expires_at)
                select platform, bot, chat, message_id, false, cast(card as jsonb), false, '-infinity', expires_at
                from opening order by place
                """)
                .bindArray(
                        "learners",
                        Long.class,
                        openings.stream()
                                .map(opening -> opening.first().learner().value())
                                .toList())
                .bind("now", now)
                .bind("expires", now.plus(Keyboards.LIFE));
        bindSessions(update, openings);
        bindMessages(bindQuestions(update, openings), openings).execute();
    }

    private static Update bindSessions(Update update, List<Opening> openings) {
        column(update, "kinds", openings, opening -> opening.kind().column());
        column(update, "skills", openings, Opening::skill);
        return column(update, "wanted", openings, opening -> String.valueOf(opening.wanted()));
    }

    private static Update bindQuestions(Update update, List<Opening> openings) {
        column(
                update,
                "questions",
                openings,
                opening -> opening.first().delivery().question());
        column(
                update,
                "versions",
                openings,
                opening -> String.valueOf(opening.first().delivery().version()));
        column(update, "orders", openings, opening -> order(opening.first()));
        column(update, "tokens", openings, opening -> opening.first().token());
        return column(update, "actions", openings, opening -> actions(opening.first()));
    }

    private static Update bindMessages(Update update, List<Opening> openings) {
        column(
                update,
                "platforms",
                openings,
                opening -> opening.first().message().to().platform());
        column(
                update,
                "bots",
                openings,
                opening -> opening.first().message().to().bot());
        column(
                update,
                "chats",
                openings,
                opening -> opening.first().message().to().chat());
        column(update, "cards", openings, opening -> opening.first().message().card());
        return column(
                update,
                "expiries",
                openings,
                opening -> Times.text(opening.first().message().expiresAt()));
    }

    private static Update column(
            Update update, String name, List<Opening> openings, Function<Opening, @Nullable String> value) {
        return update.bindArray(name, String.class, openings.stream().map(value).toArray());
    }

    private static String order(Put put) {
        return put.delivery().order().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String actions(Put put) {
        return String.join(LINE, put.actions());
    }
}
