package org.meshquiz.quiz.team;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is ahead in a team.
 *
 * @param board in what
 * @param members how many people are in the team
 * @param leagues the highest first; one without people is missing
 * @param own the reader's place, where they have one
 * @param coverage of each skill, for {@link Board#COVERAGE} alone
 */
public record Standings(
        Board board,
        int members,
        List<League> leagues,
        @Nullable Line own,
        List<Coverage> coverage) {
    public Standings {
        leagues = List.copyOf(leagues);
        coverage = List.copyOf(coverage);
    }

    /**
     * People who are comparable.
     *
     * @param number from 1, the lowest; 0 where the team is one league
     * @param lines the best first; those who are even share their place
     */
    public record League(int number, List<Line> lines) {
        public League {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Somebody in their place.
     *
     * @param place in their league, from 1
     * @param name what they are called on the board
     * @param score whole points, hundredths of a level, or days
     * @param own whether it is the reader
     */
    public record Line(int place, String name, long score, boolean own) {}

    /**
     * The levels that there are in a team. Of fewer people than may be spoken of, all counts are 0.
     *
     * @param skill the skill's id
     * @param known people of whom a level can be told
     * @param middle of them, Middle or above
     * @param senior of them, Senior or above
     * @param told whether there are enough people for it to be told
     */
    public record Coverage(String skill, int known, int middle, int senior, boolean told) {}

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return leagues.isEmpty() && coverage.isEmpty();
    }

    /** The reader's place, where they have one. */
    public Optional<Line> ownPlace() {
        return Optional.ofNullable(own);
    }
}
