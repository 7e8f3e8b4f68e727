package org.meshquiz.quiz.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Posterior;
import org.meshquiz.chat.Card;
import org.meshquiz.picture.Drawing;
import org.meshquiz.picture.ProfilePicture;
import org.meshquiz.picture.ProfilePicture.SkillLine;
import org.meshquiz.question.Level;
import org.meshquiz.quiz.view.LevelView.Outlook;
import org.meshquiz.quiz.view.LevelView.Standing;

/** A person's levels as a picture, and where they came from and lead to in words. */
final class ProfileView {
    /** The scale of the picture: each level takes up as much of it. */
    private static final double LEFT = Band.MIDDLE.lower() - 1;

    private static final double WIDTH = 4;
    /** Four of five people with such answers are within that many standard deviations. */
    private static final double PROBABLE = 1.2816;

    private static final int LONGEST_LINE = 120;
    private static final double LEAST_CHANGE = 0.1;

    private ProfileView() {}

    static Card.@Nullable Picture picture(List<Standing> standings, Phrases phrases) {
        List<Double> cuts = Arrays.stream(Band.values())
                .skip(1)
                .map(band -> onScale(band.lower()))
                .toList();
        List<SkillLine> lines = new ArrayList<>();
        for (Standing standing : standings) {
            Posterior belief = standing.outlook().belief();
            double middle = onScale(belief.mean());
            Double before = standing.outlook().before();
            lines.add(new SkillLine(
                    standing.skill().name(),
                    LevelView.say(standing.verdict(), phrases).replace("*", ""),
                    cuts,
                    Math.min(middle, onScale(belief.mean() - PROBABLE * belief.sd())),
                    middle,
                    Math.max(middle, onScale(belief.mean() + PROBABLE * belief.sd())),
                    before == null ? -1 : onScale(before),
                    List.of(memory(standing.outlook(), phrases))));
        }
        List<String> bands = Arrays.stream(Level.values()).map(Level::title).toList();
        ProfilePicture picture = new ProfilePicture(
                phrases.say("me.title").replace("*", ""),
                phrases.say("me.picture"),
                bands,
                lines,
                phrases.say("board.purpose"));
        return Drawing.of(picture::png)
                .map(png -> Card.Picture.of(png, phrases.say("me.title").replace("*", "")))
                .orElse(null);
    }

    /** Each on a line of its own after what it is put behind. */
    static String lines(Outlook outlook, Phrases phrases) {
        StringBuilder lines = new StringBuilder();
        Double before = outlook.before();
        if (before != null) {
            lines.append('\n').append(change(outlook.belief().mean() - before, phrases));
        }
        lines.append('\n').append(memory(outlook, phrases));
        append(lines, "me.project", "project", outlook.project(), phrases);
        append(lines, "me.reading", "reading", outlook.reading(), phrases);
        return lines.toString();
    }

    private static void append(
            StringBuilder lines, String key, String argument, @Nullable String words, Phrases phrases) {
        if (words != null) {
            String shown = words.length() > LONGEST_LINE ? words.substring(0, LONGEST_LINE - 1) + "…" : words;
            lines.append('\n').append(phrases.say(key, argument, shown));
        }
    }

    private static String change(double change, Phrases phrases) {
        if (Math.abs(change) < LEAST_CHANGE) {
            return phrases.say("me.change-none");
        }
        String shown = String.format(phrases.language(), "%+.1f", change);
        return phrases.say("me.change", "change", shown);
    }

    private static String memory(Outlook outlook, Phrases phrases) {
        return phrases.say(
                "me.memory", Map.of("now", percent(outlook.recall()), "later", percent(outlook.recallLater())));
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private static double onScale(double ability) {
        return Math.max(0, Math.min(1, (ability - LEFT) / WIDTH));
    }
}
