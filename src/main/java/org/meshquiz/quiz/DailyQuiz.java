package org.meshquiz.quiz;

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
        List<LearnerId> due = tx.learners().due(now, 1);
        if (due.isEmpty()) {
            return false;
        }
        Learner learner = tx.learners().lock(due.get(0)).orElseThrow();
        Optional<ChatAddress> chat = tx.learners().chats(learner.id()).stream().findFirst();
        LocalDate today = now.atZone(learner.zone()).toLocalDate();
        boolean ours = tx.dailyPushes().take(learner.id(), today, now);
        if (ours && chat.isPresent() && learner.pausedAt(now).isEmpty()) {
            push(new Talk(tx, learner, chat.get(), now).unasked());
        }
        plan(tx, learner, now);
        return true;
    }

    private void push(Talk talk) {
        int wanted = talk.learner().preferences().dailyLimit();
        quizzes.start(talk, Kind.DAILY, null, wanted, talk.phrases().say("session.daily", "count", wanted));
    }

    private static void plan(Transaction tx, Learner learner, Instant now) {
        Instant next = PushTimes.next(learner, now).orElse(null);
        LocalDate today = now.atZone(learner.zone()).toLocalDate();
        if (next != null && next.atZone(learner.zone()).toLocalDate().equals(today)) {
            next = PushTimes.next(learner, next).orElse(null);
        }
        tx.learners().update(learner, next);
    }
}
