package org.meshquiz.quiz.dashboard;

import java.util.List;
import org.meshquiz.quiz.view.Phrases;

/**
 * A team in numbers, for those who lead it: of fewer people than may be spoken of nothing is told.
 *
 * @param phrases in the reader's language
 * @param members how many people are in the team
 * @param skills that somebody has answered for
 * @param shared people who let the team's leads see their levels
 */
public record TeamPage(Phrases phrases, long team, String title, int members, List<Row> skills, List<Shared> shared) {
    public TeamPage {
        skills = List.copyOf(skills);
        shared = List.copyOf(shared);
    }

    /**
     * A skill.
     *
     * @param name of the skill
     * @param told whether there are enough people for the rest to be told; else all is 0
     * @param known people of whom a level can be told
     * @param ofLevel how many of them have each level at least so far, lowest first; each counts once
     * @param canCover of them, Senior or above
     */
    public record Row(String name, boolean told, int known, List<Integer> ofLevel, int canCover) {
        public Row {
            ofLevel = List.copyOf(ofLevel);
        }
    }

    /**
     * Somebody who shares.
     *
     * @param levels of each skill of the page in its order, in words; empty where none can be told
     */
    public record Shared(String name, List<String> levels) {
        public Shared {
            levels = List.copyOf(levels);
        }
    }
}
