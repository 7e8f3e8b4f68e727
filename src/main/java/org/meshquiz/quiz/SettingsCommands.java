package org.meshquiz.quiz;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Block;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.Preferences;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Days;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.SettingsView;

/** {@code /settings}, {@code /language}, {@code /pause} and {@code /resume}: how and when a person is asked. */
final class SettingsCommands {
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[:.hч](\\d{2})?)?");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})\\s*([\\p{L}]{1,8})");
    private static final Period LONGEST_PAUSE = Period.ofDays(366);
    private static final int ZONES_SHOWN = 8;

    private final Catalog catalog;

    SettingsCommands(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@code /settings [hour|zone|days|limit|skills|remind [value]]}. */
    void settings(Talk talk, String arguments) {
        String[] words = arguments.strip().split("\\s+", 2);
        String value = words.length > 1 ? words[1] : "";
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "hour" -> hour(talk, value);
            case "zone" -> zone(talk, value);
            case "days" -> days(talk, value);
            case "limit" -> limit(talk, value);
            case "skills" -> skills(talk, value);
            case "remind" ->
                save(talk, wishes -> wishes.withReminders(!value.strip().equals("off")));
            default -> overview(talk, "");
        }
    }

    /** {@code /language [en|ru]}. */
    void language(Talk talk, String arguments) {
        String word = arguments.strip().toLowerCase(Locale.ROOT);
        Optional<Locale> chosen = word.startsWith("en") || word.startsWith("англ")
                ? Optional.of(Locale.ENGLISH)
                : word.startsWith("ru") || word.startsWith("рус")
                        ? Optional.of(Locale.forLanguageTag("ru"))
                        : Optional.empty();
        if (chosen.isEmpty()) {
            talk.say(SettingsView.languages(talk.phrases()));
            return;
        }
        talk.update(talk.learner().withLanguage(chosen.get()));
        talk.say(talk.phrases().say("settings.language-set"));
    }

    /** {@code /pause [2w]}. */
    void pause(Talk talk, String arguments) {
        String words = arguments.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            talk.say(SettingsView.pauses(talk.phrases()));
        } else if (words.equals("forever")) {
            talk.update(talk.learner().withPause(Instant.MAX));
            talk.say(talk.phrases().say("pause.done-open"));
        } else {
            pauseFor(talk, words, length(words).orElse(null));
        }
    }

    /** {@code /resume}. */
    void resume(Talk talk) {
        boolean paused = talk.learner().pausedAt(talk.now()).isPresent();
        talk.update(talk.learner().withPause(null));
        overview(talk, talk.phrases().say(paused ? "resume.done" : "resume.not-paused"));
    }

    private void pauseFor(Talk talk, String words, @Nullable Period length) {
        if (length == null) {
            talk.say(talk.phrases().say("pause.bad", "words", shortened(words)));
            return;
        }
        LocalDate today = talk.now().atZone(talk.learner().zone()).toLocalDate();
        LocalDate back = today.plus(length);
        if (back.isAfter(today.plus(LONGEST_PAUSE))) {
            talk.say(talk.phrases().say("pause.too-long"));
            return;
        }
        talk.update(talk.learner()
                .withPause(back.atStartOfDay(talk.learner().zone()).toInstant()));
        talk.say(talk.phrases().say("pause.done", "day", Days.say(back, today, talk.phrases())));
    }

    private void hour(Talk talk, String value) {
        if (value.isBlank()) {
            talk.say(SettingsView.hours(talk.phrases()));
            return;
        }
        Matcher hour = HOUR.matcher(value.strip());
        int hours = hour.matches() ? Integer.parseInt(hour.group(1)) : 24;
        int minutes = hour.matches() && hour.group(2) != null ? Integer.parseInt(hour.group(2)) : 0;
        if (hours > 23 || minutes > 59) {
            talk.say(talk.phrases().say("settings.bad-hour", "words", shortened(value)));
            return;
        }
        save(talk, wishes -> wishes.withHour(LocalTime.of(hours, minutes)));
    }

    private void zone(Talk talk, String value) {
        if (value.isBlank()) {
            talk.say(SettingsView.zones(talk.learner().zone(), talk.now(), talk.phrases()));
            return;
        }
        List<String> candidates = zonesNamed(value.strip());
        if (candidates.size() == 1) {
            talk.update(talk.learner().withZone(ZoneId.of(candidates.get(0))));
            overview(talk, talk.phrases().say("settings.saved"));
        } else {
            talk.say(SettingsView.zonesLike(candidates, talk.now(), talk.phrases()));
        }
    }

    private void days(Talk talk, String value) {
        Matcher change = Pattern.compile("([1-7]) (on|off)").matcher(value.strip());
        Set<DayOfWeek> off = new HashSet<>(talk.learner().preferences().daysOff());
        if (change.matches()) {
            DayOfWeek day = DayOfWeek.of(Integer.parseInt(change.group(1)));
            boolean changed = change.group(2).equals("off") ? off.add(day) : off.remove(day);
            if (changed) {
                talk.update(talk.learner()
                        .withPreferences(talk.learner().preferences().withDaysOff(off)));
            }
        }
        talk.say(SettingsView.days(off, talk.phrases()));
    }

    private void limit(Talk talk, String value) {
        if (value.isBlank()) {
            talk.say(SettingsView.limits(talk.phrases()));
            return;
        }
        int limit = value.strip().matches("\\d{1,3}") ? Integer.parseInt(value.strip()) : 0;
        if (limit < 1 || limit > 50) {
            talk.say(talk.phrases().say("settings.bad-limit"));
            return;
        }
        save(talk, wishes -> wishes.withDailyLimit(limit));
    }

    private void skills(Talk talk, String value) {
        Set<String> chosen = new HashSet<>(talk.learner().skills());
        Optional<Skill> toggled = catalog.bank().skill(value.strip());
        if (toggled.isPresent()) {
            if (!chosen.remove(toggled.get().id())) {
                chosen.add(toggled.get().id());
            }
            talk.update(talk.learner().withSkills(chosen));
        }
        List<Option> buttons = catalog.bank().skills().stream()
                .map(skill -> Option.command(
                        (chosen.contains(skill.id()) ? "✓ " : "☐ ") + skill.name(), "/settings skills " + skill.id()))
                .toList();
        talk.say(Draft.builder()
                .text(talk.phrases().say("settings.ask-skills"))
                .rows(buttons, 3)
                .build());
    }

    private void save(Talk talk, UnaryOperator<Preferences> change) {
        talk.update(talk.learner().withPreferences(change.apply(talk.learner().preferences())));
        overview(talk, talk.phrases().say("settings.saved"));
    }

    private void overview(Talk talk, String greeting) {
        Learner learner = talk.learner();
        List<String> names =
                learner.skills().stream().sorted().map(catalog::skillName).collect(Collectors.toList());
        Instant next = talk.tx().learners().nextPush(learner.id()).orElse(null);
        Draft view = SettingsView.draft(learner, names, next, talk.now(), talk.phrases());
        if (greeting.isEmpty()) {
            talk.say(view);
        } else {
            List<Block> blocks = new ArrayList<>(Draft.of(greeting).blocks());
            blocks.addAll(view.blocks());
            talk.say(new Draft(blocks, view.rows(), null));
        }
    }

    private static List<String> zonesNamed(String words) {
        try {
            ZoneId exact = ZoneId.of(words);
            if (ZoneId.getAvailableZoneIds().contains(exact.getId())) {
                return List.of(exact.getId());
            }
        } catch (DateTimeException e) {
            // Not a zone's full name: look for zones whose name holds the words.
        }
        String part = Nearest.plain(words).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .filter(zone -> zone.toLowerCase(Locale.ROOT).contains(part))
                .sorted()
                .limit(ZONES_SHOWN)
                .toList();
    }

    /** Days, weeks or months, in either language; empty for anything else. */
    static Optional<Period> length(String words) {
        Matcher length = LENGTH.matcher(words.strip());
        if (!length.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(length.group(1));
        if (count == 0) {
            return Optional.empty();
        }
        return switch (length.group(2).substring(0, 1)) {
            case "d", "д" -> Optional.of(Period.ofDays(count));
            case "w", "н" -> Optional.of(Period.ofWeeks(count));
            case "m", "м" -> Optional.of(Period.ofMonths(count));
            default -> Optional.empty();
        };
    }

    private static String shortened(String words) {
        return words.length() > 40 ? words.substring(0, 40) + "…" : words;
    }
}
