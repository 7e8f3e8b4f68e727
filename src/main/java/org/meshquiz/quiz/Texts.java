package org.meshquiz.quiz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.dashboard.PageLinks;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.HelpView;
import org.meshquiz.store.Deliveries.Delivery;

/** Words that somebody writes: a command, a typed answer, a letter, or something else that gets a helpful reply. */
final class Texts {
    /** The longest text that is looked at, in UTF-16 units. */
    static final int LONGEST = 4_000;

    private static final Pattern COMMAND =
            Pattern.compile("/([\\p{L}\\d_-]{1,40})(?:@\\S{1,64})?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(quiz|skill|link)-([A-Za-z0-9_-]{1,58})");
    private static final Pattern LETTER = Pattern.compile("[A-Ea-e]");

    private final Map<String, BiConsumer<Talk, String>> commands = new LinkedHashMap<>();
    private final Catalog catalog;
    private final Answers answers;

    /** What does the work of the commands. */
    record Commands(
            QuizCommands quiz,
            PlacementCommand placement,
            SkillCommands skills,
            SettingsCommands settings,
            PrivacyCommands privacy,
            TeamCommands teams,
            FlagCommand flags,
            PageLinks pages,
            LinkCommands links) {}

    Texts(Catalog catalog, Answers answers, Commands all) {
        this.catalog = catalog;
        this.answers = answers;
        QuizCommands quiz = all.quiz();
        SkillCommands skills = all.skills();
        SettingsCommands settings = all.settings();
        PrivacyCommands privacy = all.privacy();
        commands.put("start", (talk, words) -> start(talk, words, all));
        commands.put("quiz", quiz::quiz);
        commands.put("placement", all.placement()::placement);
        commands.put("next", (talk, words) -> quiz.next(talk));
        commands.put("skills", (talk, words) -> skills.skills(talk));
        commands.put("skill", skills::skill);
        commands.put("me", (talk, words) -> skills.me(talk));
        commands.put("settings", settings::settings);
        commands.put("language", settings::language);
        commands.put("pause", settings::pause);
        commands.put("resume", (talk, words) -> settings.resume(talk));
        commands.put("dashboard", (talk, words) -> all.pages().dashboard(talk));
        commands.put("flag", all.flags()::flag);
        commands.put("team", all.teams()::team);
        commands.put("leaderboard", all.teams()::leaderboard);
        commands.put("link", all.links()::link);
        commands.put("unlink", all.links()::unlink);
        commands.put("help", (talk, words) -> talk.say(HelpView.draft(talk.phrases())));
        commands.put("forget", (talk, words) -> forget(talk, words, privacy));
        commands.put("export", (talk, words) -> privacy.export(talk));
    }

    /**
     * Handles what somebody wrote.
     *
     * @param firstMeeting whether these are their first words to us
     */
    void handle(Talk talk, String text, boolean firstMeeting) {
        Matcher command = COMMAND.matcher(text.strip());
        boolean says = text.length() <= LONGEST && !firstMeeting && !command.matches();
        Optional<Delivery> open =
                says ? talk.tx().deliveries().open(talk.learner().id()) : Optional.empty();
        // Answers always count: there are no more of them than questions.
        if ((open.isPresent() && answered(talk, open.get(), text.strip())) || !talk.mayAsk()) {
            return;
        }
        if (text.length() > LONGEST) {
            talk.say(HelpView.after(talk.phrases().say("help.too-long"), talk.phrases()));
        } else if (command.matches()) {
            String words = command.group(2) == null ? "" : command.group(2).strip();
            command(talk, command.group(1).toLowerCase(Locale.ROOT), words);
        } else if (firstMeeting) {
            command(talk, "start", "");
        } else {
            help(talk, open.orElse(null));
        }
    }

    /**
     * A link may lead to a skill, {@code quiz-istio} to its questions, {@code skill-istio} to its card; {@code link-} and a
     * code joins accounts, and a newcomer is greeted as somebody who is known elsewhere.
     */
    private static void start(Talk talk, String words, Commands all) {
        Matcher link = LINK.matcher(words);
        String kind = link.matches() ? link.group(1) : "";
        boolean stranger = talk.tx().memoryCards().met(talk.learner().id()).isEmpty();
        if (kind.isEmpty() || (stranger && !kind.equals("link"))) {
            all.quiz().start(talk);
        }
        switch (kind) {
            case "quiz" -> all.quiz().quiz(talk, link.group(2));
            case "skill" -> all.skills().skill(talk, link.group(2));
            case "link" -> all.links().link(talk, link.group(2));
            default -> {}
        }
    }

    private void command(Talk talk, String name, String words) {
        BiConsumer<Talk, String> known = commands.get(name);
        if (known != null) {
            known.accept(talk, words);
            return;
        }
        List<String> near = Nearest.to(name, commands.keySet(), List::of, 3);
        if (near.isEmpty()) {
            talk.say(HelpView.after(talk.phrases().say("help.not-understood"), talk.phrases()));
            return;
        }
        List<Option> buttons = near.stream()
                .map(meant -> Option.command("/" + meant, words.isEmpty() ? "/" + meant : "/" + meant + " " + words))
                .toList();
        talk.say(Draft.builder()
                .text(talk.phrases().say("help.unknown", "command", "/" + name))
                .row(buttons)
                .build());
    }

    /** Whether the words are an answer to the open question, and were taken as one. */
    private boolean answered(Talk talk, Delivery open, String text) {
        Question question = catalog.asPut(talk.tx(), open.question(), open.version());
        if (question.key() instanceof Key.Typed) {
            answers.typed(talk, open, text);
            return true;
        }
        int shownAt = LETTER.matcher(text).matches() ? Character.toUpperCase(text.charAt(0)) - 'A' : Integer.MAX_VALUE;
        if (shownAt < open.order().size()) {
            answers.choose(talk, open, open.order().get(shownAt));
            return true;
        }
        return false;
    }

    /** What to do instead, where words mean nothing to us. */
    private static void help(Talk talk, @Nullable Delivery open) {
        if (open == null) {
            talk.say(HelpView.after(talk.phrases().say("help.not-understood"), talk.phrases()));
            return;
        }
        String last = String.valueOf((char) ('A' + open.order().size() - 1));
        talk.say(Draft.builder()
                .text(talk.phrases().say("hint.letter", "last", last))
                .row(Option.command(talk.phrases().say("button.continue"), "/next"))
                .build());
    }

    private static void forget(Talk talk, String words, PrivacyCommands privacy) {
        if (words.equals("no")) {
            talk.say(talk.phrases().say("forget.kept"));
        } else {
            privacy.askToForget(talk);
        }
    }
}
