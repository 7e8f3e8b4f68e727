package org.meshquiz.quiz.team;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.GroupChats.Wishes;

/** A team's message in its group: joining with one press, and its settings by buttons. */
final class TeamPanel {
    private static final List<Integer> HOURS = List.of(8, 9, 10, 11, 12, 14, 16, 17);
    private static final int HOURS_OF_DAY = 24;

    private final Catalog catalog;

    TeamPanel(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Where people join, with a button to each setting. */
    Draft overview(GroupChat team, int members) {
        Phrases phrases = Phrases.in(team.language());
        Wishes wishes = team.wishes();
        LocalTime hour = wishes.hour();
        String skills = wishes.skills().isEmpty()
                ? phrases.say("team.all-skills")
                : wishes.skills().stream().sorted().map(catalog::skillName).collect(Collectors.joining(", "));
        return Draft.builder()
                .text(phrases.say("team.title", "count", members))
                .text(phrases.say("team.join"))
                .text(
                        hour == null
                                ? phrases.say("group.daily-off")
                                : phrases.say(
                                        "group.daily-on",
                                        Map.of(
                                                "hour", hour.toString(),
                                                "zone", team.zone().getId(),
                                                "days", days(wishes, phrases))))
                .text(
                        wishes.board()
                                ? phrases.say(
                                        "group.board-on",
                                        "hour",
                                        WeeklyBoard.hour(wishes).toString())
                                : phrases.say("group.board-off"))
                .text(phrases.say("team.skills", "skills", skills))
                .text(phrases.say("board.purpose"))
                .row(
                        Option.command(phrases.say("team.button.join"), "/team join"),
                        Option.command(phrases.say("team.button.join-unnamed"), "/team join unnamed"))
                .row(
                        Option.command(phrases.say("team.button.hour"), "/team hour"),
                        Option.command(phrases.say("team.button.days"), "/team days"),
                        Option.command(phrases.say("team.button.skills"), "/team skills"))
                .row(
                        Option.command(
                                phrases.say(wishes.board() ? "team.button.board-off" : "team.button.board-on"),
                                wishes.board() ? "/team board off" : "/team board on"),
                        Option.command(
                                phrases.say("team.button.language"),
                                team.language().getLanguage().equals("ru") ? "/team language en" : "/team language ru"))
                .build();
    }

    /** The view that some words ask for, of a team as it is now. */
    Draft view(String words, GroupChat team, int members) {
        return switch (words.split(" ")[0]) {
            case "hour" -> words.equals("hour") ? hours(team) : overview(team, members);
            case "days", "day" -> days(team);
            case "skills", "skill" -> skills(team);
            default -> overview(team, members);
        };
    }

    /** The team as some words of an administrator's want it; null when they ask for nothing of the kind. */
    @Nullable
    UnaryOperator<GroupChat> change(String words) {
        String[] parts = words.split(" ", 2);
        String value = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "off" -> wishes(team -> team.withHour(null));
            case "hour" -> hour(value);
            case "day" -> value.matches("[1-7]") ? wishes(team -> toggled(team, value)) : null;
            case "skill" ->
                catalog.bank()
                        .skill(value)
                        .<UnaryOperator<GroupChat>>map(
                                skill -> wishes(team -> team.withSkills(toggled(team.skills(), skill.id()))))
                        .orElse(null);
            case "board" -> value.matches("on|off") ? wishes(team -> team.withBoard(value.equals("on"))) : null;
            case "language" -> value.matches("en|ru") ? team -> team.speaking(Locale.forLanguageTag(value)) : null;
            default -> hour(words);
        };
    }

    private static @Nullable UnaryOperator<GroupChat> hour(String value) {
        if (value.equals("off")) {
            return wishes(team -> team.withHour(null));
        }
        boolean hour = value.matches("\\d{1,2}") && Integer.parseInt(value) < HOURS_OF_DAY;
        return hour ? wishes(team -> team.withHour(LocalTime.of(Integer.parseInt(value), 0))) : null;
    }

    private static UnaryOperator<GroupChat> wishes(UnaryOperator<Wishes> change) {
        return team -> team.with(change.apply(team.wishes()));
    }

    private static Wishes toggled(Wishes wishes, String number) {
        return wishes.withDaysOff(toggled(wishes.daysOff(), DayOfWeek.of(Integer.parseInt(number))));
    }

    private static <T> Set<T> toggled(Set<T> before, T element) {
        Set<T> after = new HashSet<>(before);
        if (!after.remove(element)) {
            after.add(element);
        }
        return after;
    }

    private Draft hours(GroupChat team) {
        Phrases phrases = Phrases.in(team.language());
        List<Option> hours = HOURS.stream()
                .map(hour -> Option.command(hour + ":00", "/team hour " + hour))
                .toList();
        return Draft.builder()
                .text(phrases.say("group.ask-hour"))
                .rows(hours, 4)
                .row(Option.command(phrases.say("group.off"), "/team hour off"))
                .row(back(phrases))
                .build();
    }

    private static Draft days(GroupChat team) {
        Phrases phrases = Phrases.in(team.language());
        List<Option> days = Arrays.stream(DayOfWeek.values())
                .map(day -> Option.command(
                        mark(!team.wishes().daysOff().contains(day))
                                + day.getDisplayName(TextStyle.SHORT_STANDALONE, phrases.language()),
                        "/team day " + day.getValue()))
                .toList();
        return Draft.builder()
                .text(phrases.say("team.ask-days"))
                .rows(days, 4)
                .row(back(phrases))
                .build();
    }

    private Draft skills(GroupChat team) {
        Phrases phrases = Phrases.in(team.language());
        List<Option> skills = new ArrayList<>();
        for (Skill skill : catalog.bank().skills()) {
            boolean chosen = team.wishes().skills().contains(skill.id());
            skills.add(Option.command(mark(chosen) + skill.name(), "/team skill " + skill.id()));
        }
        return Draft.builder()
                .text(phrases.say("team.ask-skills"))
                .rows(skills, 3)
                .row(back(phrases))
                .build();
    }

    private static String days(Wishes wishes, Phrases phrases) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> !wishes.daysOff().contains(day))
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, phrases.language()))
                .collect(Collectors.joining(", "));
    }

    private static Option back(Phrases phrases) {
        return Option.command(phrases.say("team.button.back"), "/team");
    }

    private static String mark(boolean chosen) {
        return chosen ? "✓ " : "☐ ";
    }
}
