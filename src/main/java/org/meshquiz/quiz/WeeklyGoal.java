package org.meshquiz.quiz;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.quiz.view.Phrases;

/**
 * What a week is to bring: answers on three days, or on fewer for those who have fewer quiz days. A day that was missed
 * costs nothing, unlike in a streak.
 *
 * @param days study days of this week with an answer, 0 to 7
 * @param goal how many there are to be, at least 1
 */
record WeeklyGoal(int days, int goal) {
    private static final int MOST_WANTED = 3;
    private static final int DAYS_OF_WEEK = 7;

    /** How the person's week stands; weeks begin on Monday. */
    static WeeklyGoal of(Talk talk) {
        ZoneId zone = talk.learner().zone();
        LocalDate monday = StudyDay.of(talk.now(), zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int days = (int) talk.tx().reviews().momentsSince(talk.learner().id(), StudyDay.start(monday, zone)).stream()
                .map(moment -> StudyDay.of(moment, zone))
                .distinct()
                .count();
        int quizDays = DAYS_OF_WEEK - talk.learner().preferences().daysOff().size();
        return new WeeklyGoal(days, Math.max(1, Math.min(MOST_WANTED, quizDays)));
    }

    /** A line that never blames. */
    String say(Phrases phrases) {
        String key = days >= goal ? "week.reached" : days == 0 ? "week.begin" : "week.going";
        return phrases.say(key, Map.of("days", days, "goal", goal));
    }
}
