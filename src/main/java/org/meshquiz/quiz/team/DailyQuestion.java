package org.meshquiz.quiz.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.Preferences;
import org.meshquiz.quiz.PushTimes;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.Transaction;

/** The question of the day of each group, and when it comes. */
final class DailyQuestion {
    private static final Duration DAY = Duration.ofHours(24);

    private final GroupQuiz quiz;

    DailyQuestion(GroupQuiz quiz) {
        this.quiz = quiz;
    }

    /** Puts the question of a group that is due; false when none is. */
    boolean postNext(Transaction tx, Instant now) {
        GroupChat group = tx.groupChats().due(now).orElse(null);
        if (group == null) {
            return false;
        }
        Instant next = next(group, now);
        Instant closes = next == null || next.isAfter(now.plus(DAY)) ? now.plus(DAY) : next;
        Set<String> skills = group.wishes().skills();
        quiz.ask(tx, new GroupQuiz.Occasion(group.chat(), group.place(), group.language(), true, closes), skills, now);
        tx.groupChats().planQuestion(group.chat(), next);
        return true;
    }

    /** When the next one is due, on the group's working days; null when none is wanted. */
    static @Nullable Instant next(GroupChat group, Instant now) {
        LocalTime hour = group.wishes().hour();
        return hour == null
                ? null
                : PushTimes.next(
                                group.zone(),
                                Preferences.DEFAULT
                                        .withHour(hour)
                                        .withDaysOff(group.wishes().daysOff()),
                                now)
                        .orElse(null);
    }
}
