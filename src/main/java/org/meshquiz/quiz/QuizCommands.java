package org.meshquiz.quiz;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.learner.Preferences;
import org.meshquiz.question.Question;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.QuizSessions.Kind;

/** {@code /start}, {@code /quiz} and {@code /next}: beginning a session and going on with it. */
final class QuizCommands {
    private static final Pattern COUNT = Pattern.compile("(.*?)\\s*(\\d{1,6})");
    private static final int MOST = 50;
    private static final ZoneId UNKNOWN_ZONE = ZoneId.of("Etc/UTC");

    private final Catalog catalog;
    private final Quizzes quizzes;
    private final SkillNames skillNames;
    private final QuestionPicker picker;

    QuizCommands(Catalog catalog, Quizzes quizzes, SkillNames skillNames, QuestionPicker picker) {
        this.catalog = catalog;
        this.quizzes = quizzes;
        this.skillNames = skillNames;
        this.picker = picker;
    }

    /** {@code /start}: a welcome that asks for nothing. */
    void start(Talk talk) {
        boolean newcomer = talk.tx().memoryCards().met(talk.learner().id()).isEmpty();
        Preferences wishes = talk.learner().preferences();
        Draft.Builder welcome = Draft.builder().text(talk.phrases().say(newcomer ? "start.welcome" : "start.back"));
        if (newcomer) {
            welcome.text(talk.phrases()
                    .say(
                            "start.plan",
                            Map.of(
                                    "hour", wishes.hour().toString(),
                                    "zone", talk.learner().zone().getId())));
        }
        List<Option> skills = catalog.bank().skills().stream()
                .map(skill -> Option.command(skill.name(), "/quiz " + skill.id()))
                .toList();
        welcome.text(talk.phrases().say("start.go"))
                .row(Option.command(talk.phrases().say("button.quiz"), "/quiz"))
                .rows(skills, 3);
        if (talk.learner().zone().equals(UNKNOWN_ZONE)) {
            welcome.row(
                    Option.command(talk.phrases().say("button.zone"), "/settings zone"),
                    Option.command(talk.phrases().say("button.hour"), "/settings hour"));
        }
        if (newcomer) {
            welcome.row(Option.command(talk.phrases().say("button.placement"), "/placement"));
        }
        talk.say(welcome.row(
                        Option.command(talk.phrases().say("button.settings"), "/settings"),
                        Option.command(talk.phrases().say("button.language"), "/language"),
                        Option.command(talk.phrases().say("button.help"), "/help"))
                .build());
    }

    /** {@code /quiz [skill] [number]}. */
    void quiz(Talk talk, String arguments) {
        String words = arguments;
        int wanted = talk.learner().preferences().dailyLimit();
        Matcher counted = COUNT.matcher(arguments);
        if (counted.matches()) {
            words = counted.group(1);
            wanted = Integer.parseInt(counted.group(2));
            if (wanted < 1 || wanted > MOST) {
                talk.say(talk.phrases().say("help.quiz-number"));
                return;
            }
        }
        if (words.isBlank()) {
            if (!quizzes.start(talk, Kind.ASKED, null, wanted, null)) {
                talk.say(talk.phrases().say("session.none"));
            }
            return;
        }
        Optional<Skill> skill = skillNames.find(words);
        if (skill.isEmpty()) {
            talk.say(skillNames.unknown(words, "/quiz", talk.phrases()));
        } else if (!quizzes.start(talk, Kind.ASKED, skill.get().id(), wanted, null)) {
            nothingLeft(talk, skill.get());
        }
    }

    /** {@code /next}: the open question once more, or an offer to begin. */
    void next(Talk talk) {
        Optional<Delivery> open = talk.tx().deliveries().open(talk.learner().id());
        Optional<Question> question =
                open.map(delivery -> catalog.asPut(talk.tx(), delivery.question(), delivery.version()));
        if (open.isPresent() && question.isPresent()) {
            quizzes.showAgain(talk, open.get(), question.get());
            return;
        }
        talk.say(Draft.builder()
                .text(talk.phrases().say("session.nothing-open"))
                .row(Option.command(talk.phrases().say("button.quiz"), "/quiz"))
                .build());
    }

    private void nothingLeft(Talk talk, Skill skill) {
        String day = picker.nextDue(talk, skill.id())
                .map(due -> Outcomes.day(later(due, talk), talk))
                .orElse(Outcomes.day(Outcomes.today(talk).plusDays(1), talk));
        talk.say(talk.phrases().say("session.none-due", Map.of("skill", skill.name(), "day", day)));
    }

    private static LocalDate later(LocalDate due, Talk talk) {
        LocalDate tomorrow = Outcomes.today(talk).plusDays(1);
        return due.isBefore(tomorrow) ? tomorrow : due;
    }
}
