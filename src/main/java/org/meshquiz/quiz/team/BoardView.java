package org.meshquiz.quiz.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Span;
import org.meshquiz.picture.BoardPicture;
import org.meshquiz.picture.Drawing;
import org.meshquiz.quiz.team.Standings.Coverage;
import org.meshquiz.quiz.team.Standings.League;
import org.meshquiz.quiz.team.Standings.Line;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.Phrases;

/** Standings as people see them: a picture, and the same as text. */
final class BoardView {
    private static final double HUNDREDTHS = 100;

    private BoardView() {}

    /**
     * The standings with buttons to the other boards.
     *
     * @param team what the team is called, may be empty
     * @param suffix what the buttons' commands end in, such as the number of the team; may be empty
     * @param skillName a skill as people read it, by its id
     */
    static Draft draft(
            Standings standings, String team, String suffix, UnaryOperator<String> skillName, Phrases phrases) {
        Draft.Builder draft = Draft.builder().text("**" + title(standings.board(), phrases) + "**");
        if (standings.isEmpty()) {
            draft.text(phrases.say("board.nobody." + standings.board().key()));
        } else {
            table(draft, standings, skillName, phrases);
            draft.picture(Drawing.of(
                            () -> picture(standings, team, skillName, phrases).png())
                    .map(png -> Card.Picture.of(png, title(standings.board(), phrases)))
                    .orElse(null));
        }
        standings
                .ownPlace()
                .ifPresent(own -> draft.text(phrases.say(
                        "board.own",
                        Map.of("place", own.place(), "score", score(standings.board(), own.score(), phrases)))));
        draft.text(phrases.say("board.purpose"));
        List<Option> others = Arrays.stream(Board.values())
                .filter(board -> board != standings.board())
                .map(board -> Option.command(
                        phrases.say("board." + board.key() + ".button"),
                        ("/leaderboard " + board.key() + " " + suffix).strip()))
                .toList();
        return draft.row(others).build();
    }

    /** The standings as a picture. */
    static BoardPicture picture(Standings standings, String team, UnaryOperator<String> skillName, Phrases phrases) {
        List<BoardPicture.Group> groups = new ArrayList<>();
        for (League league : standings.leagues()) {
            long most = league.lines().stream().mapToLong(Line::score).max().orElse(1);
            List<BoardPicture.Row> rows = league.lines().stream()
                    .map(line -> new BoardPicture.Row(
                            line.place(),
                            name(line, phrases),
                            score(standings.board(), line.score(), phrases),
                            (double) line.score() / most,
                            line.own()))
                    .toList();
            groups.add(new BoardPicture.Group(heading(league, phrases), rows));
        }
        if (!standings.coverage().isEmpty()) {
            groups.add(new BoardPicture.Group(
                    "",
                    standings.coverage().stream()
                            .map(skill -> new BoardPicture.Row(
                                    0,
                                    skillName.apply(skill.skill()),
                                    coverage(skill, phrases),
                                    skill.known() == 0 ? 0 : (double) skill.middle() / skill.known(),
                                    false))
                            .toList()));
        }
        String members = phrases.say("board.members", "count", standings.members());
        return new BoardPicture(
                title(standings.board(), phrases),
                team.isEmpty() ? members : team + " · " + members,
                groups,
                phrases.say("board.purpose"));
    }

    private static void table(
            Draft.Builder draft, Standings standings, UnaryOperator<String> skillName, Phrases phrases) {
        for (League league : standings.leagues()) {
            List<Span> spans = new ArrayList<>();
            if (league.number() > 0) {
                spans.add(Span.bold(heading(league, phrases) + "\n"));
            }
            for (Line line : league.lines()) {
                String shown = line.place() + ". " + name(line, phrases) + " — "
                        + score(standings.board(), line.score(), phrases) + "\n";
                spans.add(line.own() ? Span.bold(shown) : Span.plain(shown));
            }
            draft.spans(trimmed(spans));
        }
        List<Span> lines = new ArrayList<>();
        for (Coverage skill : standings.coverage()) {
            lines.add(Span.plain(skillName.apply(skill.skill()) + " — " + coverage(skill, phrases) + "\n"));
        }
        if (!lines.isEmpty()) {
            draft.spans(trimmed(lines));
        }
    }

    private static List<Span> trimmed(List<Span> spans) {
        Span last = spans.remove(spans.size() - 1);
        spans.add(new Span(last.text().stripTrailing(), last.style(), last.link()));
        return spans;
    }

    private static String title(Board board, Phrases phrases) {
        return phrases.say("board." + board.key() + ".title");
    }

    private static String heading(League league, Phrases phrases) {
        return league.number() == 0 ? "" : phrases.say("board.league", "number", league.number());
    }

    private static String name(Line line, Phrases phrases) {
        return line.name().isEmpty() ? phrases.say("board.you") : line.name();
    }

    private static String score(Board board, long score, Phrases phrases) {
        Object shown =
                board == Board.GAIN ? String.format(phrases.language(), "%.2f", score / HUNDREDTHS) : (Object) score;
        return phrases.say("board." + board.key().toLowerCase(Locale.ROOT) + ".score", "score", shown);
    }

    private static String coverage(Coverage skill, Phrases phrases) {
        return skill.told()
                ? phrases.say(
                        "board.coverage.score",
                        Map.of("middle", skill.middle(), "senior", skill.senior(), "known", skill.known()))
                : phrases.say("board.coverage.few");
    }
}
