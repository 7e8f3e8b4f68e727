package org.meshquiz.quiz.view;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.Learner;
import org.meshquiz.quiz.view.Draft.Option;

/** How a person is asked, with buttons to change it; nothing has to be written. */
public final class SettingsView {
    private static final List<String> ZONES = List.of(
            "Europe/London",
            "Europe/Berlin",
            "Europe/Kyiv",
            "Europe/Moscow",
            "Asia/Yekaterinburg",
            "Asia/Novosibirsk",
            "Asia/Almaty",
            "Asia/Tbilisi",
            "Asia/Kolkata",
            "Asia/Singapore",
            "America/New_York",
            "America/Los_Angeles");

    private SettingsView() {}

    /** All settings at a glance. */
    public static Draft draft(
            Learner learner, List<String> skillNames, @Nullable Instant nextPush, Instant now, Phrases phrases) {
        String skills = skillNames.isEmpty() ? phrases.say("settings.all-skills") : String.join(", ", skillNames);
        boolean reminders = learner.preferences().reminders();
        return Draft.builder()
                .text(phrases.say("settings.title"))
                .text(phrases.say(
                        "settings.lines",
                        Map.of(
                                "hour", learner.preferences().hour().toString(),
                                "zone", learner.zone().getId(),
                                "days", daysOff(learner.preferences().daysOff(), phrases),
                                "limit", learner.preferences().dailyLimit(),
                                "skills", skills,
                                "reminder", phrases.say("settings.reminder." + (reminders ? "on" : "off")))))
                .text(next(learner, nextPush, now, phrases))
                .row(
                        Option.command(phrases.say("button.hour"), "/settings hour"),
                        Option.command(phrases.say("button.zone"), "/settings zone"),
                        Option.command(phrases.say("button.days"), "/settings days"))
                .row(
                        Option.command(phrases.say("button.limit"), "/settings limit"),
                        Option.command(phrases.say("button.skills"), "/settings skills"),
                        Option.command(phrases.say("button.language"), "/language"))
                .row(
                        reminders
                                ? Option.command(phrases.say("button.no-reminders"), "/settings remind off")
                                : Option.command(phrases.say("button.remind-me"), "/settings remind on"),
                        learner.pausedAt(now).isPresent()
                                ? Option.command(phrases.say("button.resume"), "/resume")
                                : Option.command(phrases.say("button.pause"), "/pause"))
                .build();
    }

    public static Draft hours(Phrases phrases) {
        List<Option> hours = IntStream.rangeClosed(7, 22)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .map(hour -> Option.command(hour.toString(), "/settings hour " + hour))
                .toList();
        return Draft.builder()
                .text(phrases.say("settings.ask-hour"))
                .rows(hours, 4)
                .build();
    }

    /** Time zones to choose from, each with its time now, so that nobody needs to know its name. */
    public static Draft zones(ZoneId current, Instant now, Phrases phrases) {
        List<Option> zones = Stream.concat(Stream.of(current.getId()), ZONES.stream())
                .distinct()
                .map(zone -> Option.command(clock(zone, now), "/settings zone " + zone))
                .toList();
        return Draft.builder()
                .text(phrases.say("settings.ask-zone"))
                .rows(zones, 2)
                .build();
    }

    /** Zones whose name holds what was written. */
    public static Draft zonesLike(List<String> zones, Instant now, Phrases phrases) {
        return Draft.builder()
                .text(phrases.say(zones.isEmpty() ? "settings.no-zone" : "settings.which-zone"))
                .rows(
                        zones.stream()
                                .map(zone -> Option.command(clock(zone, now), "/settings zone " + zone))
                                .toList(),
                        2)
                .build();
    }

    /** Weekdays to switch on and off. */
    public static Draft days(Set<DayOfWeek> off, Phrases phrases) {
        List<Option> days = Arrays.stream(DayOfWeek.values())
                .map(day -> Option.command(
                        (off.contains(day) ? "☐ " : "✓ ") + Days.weekday(day, phrases.language()),
                        "/settings days " + day.getValue() + (off.contains(day) ? " on" : " off")))
                .toList();
        return Draft.builder()
                .text(phrases.say("settings.ask-days"))
                .rows(days, 4)
                .build();
    }

    public static Draft limits(Phrases phrases) {
        List<Option> limits = Stream.of(3, 5, 7, 10, 15, 20)
                .map(limit -> Option.command(String.valueOf(limit), "/settings limit " + limit))
                .toList();
        return Draft.builder()
                .text(phrases.say("settings.ask-limit"))
                .rows(limits, 6)
                .build();
    }

    public static Draft languages(Phrases phrases) {
        return Draft.builder()
                .text(phrases.say("settings.ask-language"))
                .row(Option.command("English", "/language en"), Option.command("Русский", "/language ru"))
                .build();
    }

    public static Draft pauses(Phrases phrases) {
        return Draft.builder()
                .text(phrases.say("pause.ask"))
                .row(
                        Option.command(phrases.say("pause.week"), "/pause 1w"),
                        Option.command(phrases.say("pause.fortnight"), "/pause 2w"),
                        Option.command(phrases.say("pause.month"), "/pause 1m"))
                .row(Option.command(phrases.say("pause.open"), "/pause forever"))
                .build();
    }

    /** When the next daily quiz comes, or why none does. */
    public static String next(Learner learner, @Nullable Instant nextPush, Instant now, Phrases phrases) {
        Instant paused = learner.pausedAt(now).orElse(null);
        if (paused != null) {
            return paused.equals(Instant.MAX)
                    ? phrases.say("settings.paused-open")
                    : phrases.say("settings.paused", "day", day(paused, learner, now, phrases));
        }
        if (nextPush == null) {
            return phrases.say("settings.no-push");
        }
        String hour = nextPush.atZone(learner.zone()).toLocalTime().toString();
        return phrases.say("settings.next", Map.of("day", day(nextPush, learner, now, phrases), "hour", hour));
    }

    private static String day(Instant at, Learner learner, Instant now, Phrases phrases) {
        return Days.say(
                at.atZone(learner.zone()).toLocalDate(),
                now.atZone(learner.zone()).toLocalDate(),
                phrases);
    }

    private static String clock(String zone, Instant now) {
        ZonedDateTime there = now.atZone(ZoneId.of(zone));
        String city = zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
        return city + " · " + there.toLocalTime().withSecond(0).withNano(0);
    }

    private static String daysOff(Set<DayOfWeek> off, Phrases phrases) {
        if (off.isEmpty()) {
            return phrases.say("settings.no-days-off");
        }
        return off.stream()
                .sorted()
                .map(day -> Days.weekday(day, phrases.language()))
                .collect(Collectors.joining(", "));
    }
}
