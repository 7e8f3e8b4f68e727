package org.meshquiz.quiz.view;

import java.text.BreakIterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Verdict;
import org.meshquiz.notes.Unit;
import org.meshquiz.notes.Wording;
import org.meshquiz.question.Level;

/** What a note asks of somebody of a level, and of the next one: the words behind the name of a level. */
final class RubricView {
    private static final int LONGEST = 160;

    private RubricView() {}

    /**
     * A line for the level and one for the next, each on a line of its own after what it is put behind; for a pair of levels
     * these two. Nothing while no level can be told, and nothing for a level of which the note says nothing.
     */
    static String lines(Verdict verdict, List<Unit.Rubric> rubric, Phrases phrases) {
        if (verdict instanceof Verdict.Level level) {
            return line("me.rubric", level.band().rank(), rubric, phrases)
                    + line("me.rubric-next", level.band().rank() + 1, rubric, phrases);
        }
        if (verdict instanceof Verdict.Pair pair) {
            return line("me.rubric", pair.lower().rank(), rubric, phrases)
                    + line("me.rubric-next", pair.upper().rank(), rubric, phrases);
        }
        return "";
    }

    private static String line(String phrase, int rank, List<Unit.Rubric> rubric, Phrases phrases) {
        if (rank >= Band.values().length) {
            return "";
        }
        Level level = Level.valueOf(Band.ofRank(rank).name());
        return rubric.stream()
                .filter(row -> row.level() == level)
                .findFirst()
                .flatMap(RubricView::words)
                .map(words ->
                        "\n" + phrases.say(phrase, Map.of("level", level.title(), "words", shortened(words, phrases))))
                .orElse("");
    }

    /** What can be checked before what is merely said. */
    private static Optional<String> words(Unit.Rubric row) {
        return Stream.of(row.criteria(), row.skills(), row.description())
                .filter(words -> !words.isEmpty())
                .map(Wording::text)
                .findFirst();
    }

    /** At most 160 characters: whole sentences where the first fits, else whole words. */
    private static String shortened(String text, Phrases phrases) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int sentence = lastBreak(BreakIterator.getSentenceInstance(phrases.language()), text, LONGEST);
        if (sentence > 0) {
            return text.substring(0, sentence).strip();
        }
        int word = lastBreak(BreakIterator.getWordInstance(phrases.language()), text, LONGEST - 1);
        return text.substring(0, word > 0 ? word : LONGEST - 1).strip() + "…";
    }

    private static int lastBreak(BreakIterator breaks, String text, int longest) {
        breaks.setText(text);
        return breaks.preceding(longest + 1);
    }
}
