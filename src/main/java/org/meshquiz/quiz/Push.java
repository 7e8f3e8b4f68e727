package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.store.DuePeople.Due;
import org.meshquiz.store.PutQuestions.Opening;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.Transaction;

/**
 * What people get unasked: their daily quiz, a reminder of it if they want one, and after two weeks without an answer one
 * question whether to pause. Who does not answer that either is paused, and heard of no more. What is known of several
 * people is read together and what comes of it written together, since the trips to the database are what a push costs.
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

    /** Sends daily quizzes to those who are due, where they are wanted, and plans the next. */
    void quizzes(Transaction tx, List<Due> people) {
        if (people.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Planned planned = Planned.of(tx, people, now);
        Map<LearnerId, Due> wanted = new LinkedHashMap<>();
        for (Due due : people) {
            Learner learner = due.learner();
            LocalDate today = day(learner, now);
            if (due.chat() == null) {
                // They have blocked the bot. When they write again, a quiz is planned again.
                planned.never(learner);
            } else if (day(learner, due.dueAt()).isBefore(today)) {
                // The day of that quiz has passed: it is let go, and today's is looked at next.
                planned.after(
                        learner, today.atStartOfDay(learner.zone()).toInstant().minusNanos(1));
            } else if (learner.pausedAt(now).isPresent() || (!punctual(due, now) && quiet(learner, now))) {
                planned.after(learner, now);
            } else {
                wanted.put(learner.id(), due);
            }
        }
        send(tx, wanted, planned, now);
        planned.write(tx);
    }

    /** Reminds those of a quiz who have not begun it. */
    void reminders(Transaction tx, List<Due> people) {
        people.forEach(due -> remind(tx, due));
    }

    private void remind(Transaction tx, Due due) {
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

    /** Takes the day of those who want their quiz: whose day has had one gets none. */
    private void send(Transaction tx, Map<LearnerId, Due> wanted, Planned planned, Instant now) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<LearnerId, LocalDate> days = wanted.values().stream()
                .collect(Collectors.toMap(due -> due.learner().id(), due -> day(due.learner(), now)));
        Set<LearnerId> free = tx.dailyPushes().take(days, now);
        Map<LearnerId, Integer> unanswered = tx.dailyPushes().unanswered(free);
        List<Talk> heard = new ArrayList<>();
        for (Due due : wanted.values()) {
            Learner learner = due.learner();
            planned.taken(learner, day(learner, now));
            planned.after(learner, now);
            if (free.contains(learner.id())) {
                Talk talk = talk(tx, due, now);
                if (unanswered.getOrDefault(learner.id(), 0) <= patience(learner)) {
                    heard.add(talk);
                } else {
                    silent(talk, due, planned);
                }
            }
        }
        quizzes(tx, heard, now);
    }

    private static Talk talk(Transaction tx, Due due, Instant now) {
        Learner learner = due.learner();
        ChatAddress chat = due.chat();
        if (chat == null) {
            throw new IllegalArgumentException("there is no chat to write to");
        }
        return new Talk(tx, learner, chat, now).unasked(PushTimes.silence(learner, now));
    }

    private void quizzes(Transaction tx, List<Talk> talks, Instant now) {
        Foreseen.read(tx, talks, now);
        List<Opening> openings = new ArrayList<>();
        for (Talk talk : talks) {
            Optional<Opening> opening = quizzes.daily(talk);
            opening.ifPresent(openings::add);
            if (opening.isPresent() && talk.learner().preferences().reminders()) {
                tx.duePeople().planReminder(talk.learner().id(), reminder(talk.learner(), now));
            }
        }
        tx.putQuestions().open(openings, now);
    }

    /** Somebody has not answered for long: they are asked whether to pause, and paused when they do not answer that. */
    private static void silent(Talk talk, Due due, Planned planned) {
        if (due.silent()) {
            planned.never(talk.learner());
            talk.update(talk.learner().withPause(Instant.MAX));
            return;
        }
        talk.tx().duePeople().pauseAsked(talk.learner().id(), talk.now());
        talk.say(Draft.builder()
                .text(talk.phrases().say("pause.silent"))
                .row(
                        Option.command(talk.phrases().say("button.continue"), "/quiz"),
                        Option.command(talk.phrases().say("button.pause"), "/pause"))
                .build());
    }

    /** How many quizzes may go unanswered: as many as come in two weeks. */
    private static int patience(Learner learner) {
        return WEEKS_OF_PATIENCE
                * (DAYS_OF_WEEK - learner.preferences().daysOff().size());
    }

    private static @Nullable Instant reminder(Learner learner, Instant now) {
        Instant at = now.plus(UNTIL_REMINDER);
        return at.isBefore(PushTimes.silence(learner, now)) ? at : null;
    }

    private static boolean punctual(Due due, Instant now) {
        return Duration.between(due.dueAt(), now).compareTo(PUNCTUAL) <= 0;
    }

    private static boolean quiet(Learner learner, Instant now) {
        return learner.preferences().quiet().contains(now.atZone(learner.zone()).toLocalTime());
    }

    static LocalDate day(Learner learner, Instant at) {
        return at.atZone(learner.zone()).toLocalDate();
    }
}
