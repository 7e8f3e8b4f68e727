package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.Database;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.Transaction;

/**
 * The daily quiz: whoever is due gets theirs, once a local day. Several nodes may sweep at once; each person is taken by
 * one of them. Safe for several threads.
 */
public final class DailyQuiz {
    private static final Duration PUNCTUAL = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;
    private final Quizzes quizzes;

    DailyQuiz(Database database, InstantSource clock, Quizzes quizzes) {
        this.database = database;
        this.clock = clock;
        this.quizzes = quizzes;
    }

    /** Sends a quiz to everybody who is due; returns how many people were looked at. */
    public int sweep() {
        int people = 0;
        while (database.write(this::next)) {
            people++;
        }
        return people;
    }

    private boolean next(Transaction tx) {
        Instant now = clock.instant();
        List<LearnerId> people = tx.learners().due(now, 1);
        if (people.isEmpty()) {
            return false;
        }
        Learner learner = tx.learners().lock(people.get(0)).orElseThrow();
        Optional<ChatAddress> chat = tx.chats().open(learner.id()).stream().findFirst();
        if (chat.isEmpty()) {
            // They have blocked the bot. When they write again, a quiz is planned again.
            tx.learners().update(learner, null);
            return true;
        }
        LocalDate today = day(learner, now);
        Instant due = tx.learners().nextPush(learner.id()).orElseThrow();
        if (day(learner, due).isBefore(today)) {
            // The day of that quiz has passed: it is let go, and today's is looked at next.
            plan(tx, learner, today.atStartOfDay(learner.zone()).toInstant().minusNanos(1));
            return true;
        }
        boolean wanted = learner.pausedAt(now).isEmpty() && inTime(learner, due, now);
        if (wanted && tx.dailyPushes().take(learner.id(), today, now)) {
            push(new Talk(tx, learner, chat.get(), now).unasked(PushTimes.silence(learner, now)));
        }
        plan(tx, learner, now);
        return true;
    }

    /** A quiz that is late by more than an hour still comes, outside of quiet hours. */
    private static boolean inTime(Learner learner, Instant due, Instant now) {
        boolean punctual = Duration.between(due, now).compareTo(PUNCTUAL) <= 0;
        return punctual
                || !learner.preferences()
                        .quiet()
                        .contains(now.atZone(learner.zone()).toLocalTime());
    }

    private static LocalDate day(Learner learner, Instant at) {
        return at.atZone(learner.zone()).toLocalDate();
    }

    private void push(Talk talk) {
        int wanted = talk.learner().preferences().dailyLimit();
        quizzes.start(talk, Kind.DAILY, null, wanted, talk.phrases().say("session.daily", "count", wanted));
    }

    private static void plan(Transaction tx, Learner learner, Instant after) {
        Instant next = PushTimes.nextFree(
                        learner, after, day -> tx.dailyPushes().taken(learner.id(), day))
                .orElse(null);
        tx.learners().update(learner, next);
    }
}
