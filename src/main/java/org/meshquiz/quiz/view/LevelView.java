package org.meshquiz.quiz.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Posterior;
import org.meshquiz.ability.Verdict;
import org.meshquiz.notes.Unit;
import org.meshquiz.question.Level;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Draft.Option;

/** Levels as they are said to people: never without the doubt. */
public final class LevelView {
    private LevelView() {}

    /**
     * What there is to say about one skill.
     *
     * @param verdict the level, as far as it can be told
     * @param answers first answers that it rests on
     * @param outlook where it came from and where it leads
     * @param rubric what the note says of each level, in its order; empty without a note
     */
    public record Standing(
            Skill skill,
            Verdict verdict,
            int answers,
            Progress progress,
            Grounds grounds,
            Outlook outlook,
            List<Unit.Rubric> rubric) {
        public Standing {
            rubric = List.copyOf(rubric);
        }
    }

    /**
     * How far a person has come with the questions of a skill.
     *
     * @param met questions met
     * @param all questions there are, no fewer than were met
     * @param due questions that come back today
     */
    public record Progress(int met, int all, int due) {}

    /**
     * Where a level came from and where it leads.
     *
     * @param belief what is believed of the ability now
     * @param before expected ability as it stood 90 days ago; null when nothing was known then
     * @param recall expected share of the questions met that is remembered now, 0 to 1
     * @param recallLater the same in 30 days without any repeat
     * @param project a project of the note that leads to the next level, or null
     * @param reading where the note says to read on, or null
     */
    public record Outlook(
            Posterior belief,
            @Nullable Double before,
            double recall,
            double recallLater,
            @Nullable String project,
            @Nullable String reading) {}

    /**
     * What a level rests on.
     *
     * @param reasons what speaks most for the person, and what against
     * @param weakest the domains that went worst, the worst first
     */
    public record Grounds(List<Reason> reasons, List<Weakness> weakest) {
        /** Where nothing has been answered. */
        public static final Grounds NONE = new Grounds(List.of(), List.of());

        public Grounds {
            reasons = List.copyOf(reasons);
            weakest = List.copyOf(weakest);
        }
    }

    /**
     * A domain in which more was missed than known.
     *
     * @param domain the domain's key
     * @param right how many first answers were right
     * @param asked of how many
     */
    public record Weakness(String domain, int right, int asked) {}

    /**
     * Answers to the questions of one domain and level.
     *
     * @param domain the domain's key
     * @param right how many were right
     * @param asked of how many
     * @param speaksFor whether they speak for the person or against
     */
    public record Reason(String domain, Level level, int right, int asked, boolean speaksFor) {}

    /** The level in one line. */
    public static String say(Verdict verdict, Phrases phrases) {
        if (verdict instanceof Verdict.Level level) {
            return phrases.say(
                    "level.one", Map.of("level", title(level.band()), "percent", percent(level.probability())));
        }
        if (verdict instanceof Verdict.Pair pair) {
            return phrases.say(
                    "level.pair",
                    Map.of(
                            "low", title(pair.lower()),
                            "high", title(pair.upper()),
                            "percent", percent(pair.probability())));
        }
        return phrases.say("level.none", "more", ((Verdict.TooFewAnswers) verdict).more());
    }

    /** What speaks for a level and what against, each on a line of its own after what it is put behind. */
    public static String reasons(List<Reason> reasons, Phrases phrases) {
        StringBuilder lines = new StringBuilder();
        for (Reason reason : reasons) {
            lines.append('\n')
                    .append(phrases.say(
                            reason.speaksFor() ? "me.for" : "me.against",
                            Map.of(
                                    "count", reason.speaksFor() ? reason.right() : reason.asked() - reason.right(),
                                    "asked", reason.asked(),
                                    "level", reason.level().title(),
                                    "domain", DomainNames.in(phrases, reason.domain()))));
        }
        return lines.toString();
    }

    /**
     * What became of a level, to stand behind it in its line; empty while there is none.
     *
     * @param before what could be told earlier
     */
    public static String change(Verdict before, Verdict now, Phrases phrases) {
        if (now instanceof Verdict.TooFewAnswers) {
            return "";
        }
        if (before instanceof Verdict.TooFewAnswers) {
            return " · " + phrases.say("summary.level-new");
        }
        String earlier = say(before, phrases);
        return " · "
                + (earlier.equals(say(now, phrases))
                        ? phrases.say("summary.level-same")
                        : phrases.say("summary.level-before", "level", earlier));
    }

    private static String weakest(List<Weakness> weakest, Phrases phrases) {
        if (weakest.isEmpty()) {
            return "";
        }
        String domains = weakest.stream()
                .map(domain -> phrases.say(
                        "me.weak-domain",
                        Map.of(
                                "domain", DomainNames.in(phrases, domain.domain()),
                                "right", domain.right(),
                                "asked", domain.asked())))
                .collect(Collectors.joining(", "));
        return "\n" + phrases.say("me.weakest", "domains", domains);
    }

    private static String title(Band band) {
        return Level.valueOf(band.name()).title();
    }

    /** Rounded down: nobody is promised more than there is. */
    private static int percent(double probability) {
        return (int) Math.floor(probability * 100);
    }

    /** All skills of a person. */
    public static Draft draft(List<Standing> standings, Phrases phrases) {
        Draft.Builder draft = Draft.builder().text(phrases.say("me.title"));
        if (standings.isEmpty()) {
            return draft.text(phrases.say("me.empty"))
                    .row(Option.command(phrases.say("button.quiz"), "/quiz"))
                    .build();
        }
        for (Standing standing : standings) {
            draft.text(standing(standing, phrases));
        }
        return draft.picture(ProfileView.picture(standings, phrases))
                .text(phrases.say("me.why"))
                .rows(
                        standings.stream()
                                .map(standing -> Option.command(
                                        phrases.say(
                                                "skill.quiz",
                                                "name",
                                                standing.skill().name()),
                                        "/quiz " + standing.skill().id()))
                                .toList(),
                        2)
                .build();
    }

    private static String standing(Standing standing, Phrases phrases) {
        Progress progress = standing.progress();
        return "**" + standing.skill().name() + "** — " + say(standing.verdict(), phrases) + "\n"
                + phrases.say("level.answers", "answers", standing.answers()) + " · "
                + phrases.say("me.counts", Map.of("met", progress.met(), "all", progress.all(), "due", progress.due()))
                + reasons(standing.grounds().reasons(), phrases)
                + weakest(standing.grounds().weakest(), phrases)
                + RubricView.lines(standing.verdict(), standing.rubric(), phrases)
                + ProfileView.lines(standing.outlook(), phrases);
    }
}
