package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.store.DuePeople.Due;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.Transaction;

/**
 * What one person gets unasked: their daily quiz, a reminder of it if they want one, and after two weeks without an answer
 * one question whether to pause. Who does not answer that either is paused, and heard of no more.
 */
final class Push {
    /** A quiz that is later than this does not come in quiet hours any more. */
    private static final Duration PUNCTUAL = Duration.ofHours(1);

    private static final Duration UNTIL_REMINDER = Duration.ofHours(4);
    private static final int WEEKS_OF_PATIENCE = 2;
    private static final int DAYS_OF_WEEK = 7;

    private final InstantSource clock;
    private final Quizzes quizzes;

    Push(InstantSource clock, Quizzes quizzes) {
        this.clock = clock;
        this.quizzes = quizzes;
    }

    /** Sends the daily quiz, where one is wanted, and plans the next. */
    void quiz(Transaction tx, Due due) {
        Instant now = clock.instant();
        Learner learner = due.learner();
        ChatAddress chat = due.chat();
        if (chat == null) {
            // They have blocked the bot. When they write again, a quiz is planned again.
            tx.duePeople().plan(learner.id(), null);
            return;
        }
        LocalDate today = day(learner, now);
        if (day(learner, due.dueAt()).isBefore(today)) {
            // The day of that quiz has passed: it is let go, and today's is looked at next.
            plan(tx, learner, today.atStartOfDay(learner.zone()).toInstant().minusNanos(1));
            return;
        }
        boolean wanted = learner.pausedAt(now).isEmpty() && (punctual(due, now) || !quiet(learner, now));
        if (wanted && tx.dailyPushes().take(learner.id(), today, now)) {
            send(new Talk(tx, learner, chat, now).unasked(PushTimes.silence(learner, now)), due);
        } else {
            plan(tx, learner, now);
        }
    }

    /** Reminds of a quiz that has not been begun. */
    void remind(Transaction tx, Due due) {
        Instant now = clock.instant();
        Learner learner = due.learner();
        ChatAddress chat = due.chat();
        tx.duePeople().planReminder(learner.id(), null);
        if (chat == null || learner.pausedAt(now).isPresent() || quiet(learner, now)) {
            return;
        }
        boolean sameDay = day(learner, due.dueAt()).equals(day(learner, now));
        if (sameDay && tx.sessions().untouched(learner.id(), Kind.DAILY)) {
            Talk talk = new Talk(tx, learner, chat, now).unasked(PushTimes.silence(learner, now));
            talk.say(Draft.builder()
                    .text(talk.phrases().say("remind.open"))
                    .row(Option.command(talk.phrases().say("button.continue"), "/next"))
                    .build());
        }
    }

    private void send(Talk talk, Due due) {
        Learner learner = talk.learner();
        if (talk.tx().dailyPushes().unanswered(learner.id()) <= patience(learner)) {
            boolean sent = quizzes.daily(talk);
            plan(talk.tx(), learner, talk.now());
            talk.tx().duePeople().planReminder(learner.id(), sent ? reminder(learner, talk.now()) : null);
        } else if (due.silent()) {
            talk.update(learner.withPause(Instant.MAX));
        } else {
            talk.tx().duePeople().pauseAsked(learner.id(), talk.now());
            talk.say(Draft.builder()
                    .text(talk.phrases().say("pause.silent"))
                    .row(
                            Option.command(talk.phrases().say("button.continue"), "/quiz"),
                            Option.command(talk.phrases().say("button.pause"), "/pause"))
                    .build());
            plan(talk.tx(), learner, talk.now());
        }
    }

    /** How many quizzes may go unanswered: as many as come in two weeks. */
    private static int patience(Learner learner) {
        return WEEKS_OF_PATIENCE
                * (DAYS_OF_WEEK - learner.preferences().daysOff().size());
    }

    private static @Nullable Instant reminder(Learner learner, Instant now) {
        Instant at = now.plus(UNTIL_REMINDER);
        return learner.preferences().reminders() && at.isBefore(PushTimes.silence(learner, now)) ? at : null;
    }

    private static boolean punctual(Due due, Instant now) {
        return Duration.between(due.dueAt(), now).compareTo(PUNCTUAL) <= 0;
    }

    private static boolean quiet(Learner learner, Instant now) {
        return learner.preferences().quiet().contains(now.atZone(learner.zone()).toLocalTime());
    }

    private static LocalDate day(Learner learner, Instant at) {
        return at.atZone(learner.zone()).toLocalDate();
    }

    private static void plan(Transaction tx, Learner learner, Instant after) {
        Instant next = PushTimes.nextFree(
                        learner, after, day -> tx.dailyPushes().taken(learner.id(), day))
                .orElse(null);
        tx.duePeople().plan(learner.id(), next);
    }
}
