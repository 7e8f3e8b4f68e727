package org.meshquiz.quiz.view;

import java.util.List;
import java.util.Map;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Verdict;
import org.meshquiz.question.Level;
import org.meshquiz.quiz.view.Draft.Option;

/** Levels as they are said to people: never without the doubt. */
public final class LevelView {
    private LevelView() {}

    /**
     * What there is to say about one skill.
     *
     * @param skillId the skill's id
     * @param skillName as people read it
     * @param verdict the level, as far as it can be told
     * @param answers first answers that it rests on
     * @param met questions met
     * @param all questions there are
     * @param due questions that come back today
     * @param reasons what speaks most for the level, and what against
     */
    public record Standing(
            String skillId,
            String skillName,
            Verdict verdict,
            int answers,
            int met,
            int all,
            int due,
            List<Reason> reasons) {
        public Standing {
            reasons = List.copyOf(reasons);
        }
    }

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
            draft.text("**" + standing.skillName() + "** — " + say(standing.verdict(), phrases) + "\n"
                    + phrases.say("level.answers", "answers", standing.answers()) + " · "
                    + phrases.say(
                            "me.counts", Map.of("met", standing.met(), "all", standing.all(), "due", standing.due()))
                    + reasons(standing.reasons(), phrases));
        }
        return draft.text(phrases.say("me.why"))
                .rows(
                        standings.stream()
                                .map(standing -> Option.command(
                                        phrases.say("skill.quiz", "name", standing.skillName()),
                                        "/quiz " + standing.skillId()))
                                .toList(),
                        2)
                .build();
    }
}
