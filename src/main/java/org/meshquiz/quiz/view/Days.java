package org.meshquiz.quiz.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Days as people say them: today, tomorrow, in five days (Sat 28 Nov). */
public final class Days {
    private Days() {}

    /** The day in words, seen from today; a day that has passed is today. */
    public static String say(LocalDate day, LocalDate today, Phrases phrases) {
        long ahead = ChronoUnit.DAYS.between(today, day);
        if (ahead <= 0) {
            return phrases.say("day.today");
        }
        if (ahead == 1) {
            return phrases.say("day.tomorrow");
        }
        return phrases.say("day.ahead", Map.of("days", ahead, "date", date(day, today, phrases.language())));
    }

    static String date(LocalDate day, LocalDate today, Locale language) {
        String pattern = day.getYear() == today.getYear() ? "EEE d MMM" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language).format(day);
    }

    static String weekday(DayOfWeek day, Locale language) {
        return day.getDisplayName(TextStyle.SHORT, language);
    }
}
