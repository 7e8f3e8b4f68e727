package org.meshquiz.quiz.team;

import java.time.Instant;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.Transaction;

/** The standings of a team for one reader, with their own place. */
public final class TeamStandings {
    private final Catalog catalog;

    public TeamStandings(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The message.
     *
     * @param board the word for the board; any other word means the points of the week
     */
    public Draft draft(Transaction tx, GroupChat team, String board, LearnerId reader, Phrases phrases, Instant now) {
        Standings standings = Boards.of(tx, team, Board.of(board).orElse(Board.WEEK), reader, now);
        String title = Teams.isLocal(team)
                ? phrases.say("team.local")
                : tx.groupChats().title(team.team()).orElse("");
        return BoardView.draft(standings, title, Long.toString(team.team()), catalog::skillName, phrases);
    }
}
