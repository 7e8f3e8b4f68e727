package org.meshquiz.quiz.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Band;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.quiz.team.Standings.Coverage;
import org.meshquiz.quiz.team.Standings.League;
import org.meshquiz.quiz.team.Standings.Line;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.SkillDays.Share;
import org.meshquiz.store.TeamAbilities.Held;
import org.meshquiz.store.Transaction;
import org.meshquiz.team.Discretion;
import org.meshquiz.team.Leagues;
import org.meshquiz.team.Leagues.Player;
import org.meshquiz.team.Points;
import org.meshquiz.team.Ranks;

/**
 * Who is ahead in a team. Only those who agreed are named, to others; who did not take part has no place rather than the last
 * one, and a level that fell is not shown.
 */
public final class Boards {
    /** Days that count, today included. */
    public static final int DAYS = 7;

    /** First answers that have to move a level before its rise counts. */
    private static final int ENOUGH_MEASURED = 5;

    private static final int LONGEST_TABLE = 10;
    private static final int TABLE_OF_MANY = 3;
    private static final double HUNDREDTHS = 100;

    private Boards() {}

    /**
     * The standings as they are now.
     *
     * @param reader who looks, or null when everybody does
     */
    public static Standings of(Transaction tx, GroupChat group, Board board, @Nullable LearnerId reader, Instant now) {
        int members = tx.teamMembers().count(group.team());
        if (board == Board.COVERAGE) {
            return new Standings(board, members, List.of(), null, coverage(tx, group, now));
        }
        List<Share> shares = shares(tx, group, now).stream()
                .filter(share -> share.name() != null || share.learner().equals(reader))
                .toList();
        return board == Board.WEEK
                ? week(shares, members, reader)
                : single(board, shares, members, reader, board == Board.GAIN ? Boards::hundredths : Share::kept);
    }

    /** The leagues that follow from the last seven days, by person. */
    static Map<Long, Integer> leaguesAfter(Transaction tx, GroupChat group, Instant now) {
        return Leagues.after(players(shares(tx, group, now)));
    }

    private static List<Share> shares(Transaction tx, GroupChat group, Instant now) {
        LocalDate today = now.atZone(group.zone()).toLocalDate();
        // People east of the team are a day ahead for some hours.
        return tx.skillDays()
                .ofTeam(
                        group.team(),
                        today.minusDays(DAYS - 1),
                        today.plusDays(1),
                        group.wishes().skills(),
                        Points.MOST_A_DAY,
                        ENOUGH_MEASURED);
    }

    private static List<Player> players(List<Share> shares) {
        return shares.stream()
                .filter(share -> points(share) > 0)
                .map(share -> new Player(share.learner().value(), share.league(), points(share)))
                .toList();
    }

    private static Standings week(List<Share> shares, int members, @Nullable LearnerId reader) {
        Map<Long, Integer> placed = Leagues.during(players(shares));
        int count = Leagues.count(placed.size());
        Map<Integer, List<Share>> byLeague = new TreeMap<>(Comparator.reverseOrder());
        for (Share share : shares) {
            Integer league = placed.get(share.learner().value());
            if (league != null) {
                byLeague.computeIfAbsent(league, number -> new ArrayList<>()).add(share);
            }
        }
        List<League> leagues = new ArrayList<>();
        Line own = null;
        for (Map.Entry<Integer, List<Share>> league : byLeague.entrySet()) {
            List<Line> lines = lines(league.getValue(), Boards::points, reader);
            own = lines.stream().filter(Line::own).findFirst().orElse(own);
            leagues.add(new League(
                    count == 1 ? 0 : league.getKey(), head(lines, count == 1 ? LONGEST_TABLE : TABLE_OF_MANY)));
        }
        return new Standings(Board.WEEK, members, leagues, own, List.of());
    }

    private static Standings single(
            Board board, List<Share> shares, int members, @Nullable LearnerId reader, ToLongFunction<Share> score) {
        List<Share> positive =
                shares.stream().filter(share -> score.applyAsLong(share) > 0).toList();
        List<Line> lines = lines(positive, score, reader);
        Line own = lines.stream().filter(Line::own).findFirst().orElse(null);
        List<League> leagues = lines.isEmpty() ? List.of() : List.of(new League(0, head(lines, LONGEST_TABLE)));
        return new Standings(board, members, leagues, own, List.of());
    }

    private static List<Line> lines(List<Share> shares, ToLongFunction<Share> score, @Nullable LearnerId reader) {
        Comparator<Share> byName = Comparator.comparing(
                        (Share share) -> share.name() == null ? "" : share.name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparingLong(share -> share.learner().value());
        return Ranks.of(shares, score, byName).stream()
                .map(ranked -> new Line(
                        ranked.place(),
                        ranked.who().name() == null ? "" : ranked.who().name(),
                        ranked.score(),
                        ranked.who().learner().equals(reader)))
                .toList();
    }

    /** The first places; people who are even are not parted, unless they are too many to show. */
    private static List<Line> head(List<Line> lines, int most) {
        return lines.stream()
                .filter(line -> line.place() <= most)
                .limit(2L * most)
                .toList();
    }

    private static long points(Share share) {
        return Math.round(share.points());
    }

    private static long hundredths(Share share) {
        return share.measured() ? Math.round(share.gain() * HUNDREDTHS) : 0;
    }

    private static List<Coverage> coverage(Transaction tx, GroupChat group, Instant now) {
        Map<String, List<Held>> skills = tx.teamAbilities().of(group.team()).stream()
                .filter(held -> group.wishes().skills().isEmpty()
                        || group.wishes().skills().contains(held.skill()))
                .collect(Collectors.groupingBy(Held::skill, TreeMap::new, Collectors.toList()));
        Map<String, Coverage> told = new LinkedHashMap<>();
        skills.forEach((skill, all) -> told.put(skill, coverage(skill, all, now)));
        return List.copyOf(told.values());
    }

    private static Coverage coverage(String skill, List<Held> all, Instant now) {
        int known = 0;
        int middle = 0;
        int senior = 0;
        for (Held held : all) {
            Band least =
                    TeamLevels.verdict(held, now).flatMap(TeamLevels::atLeast).orElse(null);
            known += least == null ? 0 : 1;
            middle += least != null && least.rank() >= Band.MIDDLE.rank() ? 1 : 0;
            senior += least != null && least.rank() >= Band.SENIOR.rank() ? 1 : 0;
        }
        boolean enough = Discretion.allows(known);
        return enough ? new Coverage(skill, known, middle, senior, true) : new Coverage(skill, 0, 0, 0, false);
    }
}
