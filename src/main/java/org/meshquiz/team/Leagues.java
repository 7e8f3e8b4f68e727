package org.meshquiz.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Small leagues of comparable people. A team of up to 15 is one league; a larger one has as many as it takes, and at the end of
 * a week the first three of a league go up and the last three go down. Who did not take part stays where they are.
 */
public final class Leagues {
    /** The most people that one league is meant for. */
    public static final int SIZE = 15;
    /** Of somebody who has not been placed yet. */
    public static final int NONE = 0;

    private static final int MOST = 5;
    private static final int MOVING = 3;
    /** In a smaller league going up and going down would be the same people. */
    private static final int SMALLEST_TO_MOVE = 2 * MOVING + 1;

    private Leagues() {}

    /**
     * Somebody who took part.
     *
     * @param id the person
     * @param league from 1, the lowest; or {@link #NONE}
     * @param points of the week
     */
    public record Player(long id, int league, long points) {}

    /** How many leagues there are for that many people, 1 to 5. */
    public static int count(int people) {
        return Math.max(1, Math.min(MOST, (people + SIZE - 1) / SIZE));
    }

    /**
     * The league of everybody who took part in a week: those who have none yet go where people with as many points are.
     *
     * @return by person, from 1
     */
    public static Map<Long, Integer> during(List<Player> players) {
        int leagues = count(players.size());
        Map<Long, Integer> placed = new HashMap<>();
        List<Player> sorted = new ArrayList<>(players);
        sorted.sort(Comparator.comparingLong(Player::points).thenComparingLong(Player::id));
        for (Player player : players) {
            boolean known = player.league() != NONE;
            placed.put(player.id(), known ? Math.min(leagues, player.league()) : byPoints(player, sorted, leagues));
        }
        return placed;
    }

    /**
     * The leagues of the next week. Those who are even go up, or down, together; where the third from either end are even,
     * nobody moves.
     *
     * @return by person, from 1
     */
    public static Map<Long, Integer> after(List<Player> players) {
        int leagues = count(players.size());
        Map<Long, Integer> now = during(players);
        Map<Long, Integer> next = new HashMap<>(now);
        for (int league = 1; league <= leagues; league++) {
            int here = league;
            List<Long> points = players.stream()
                    .filter(player -> now.getOrDefault(player.id(), NONE) == here)
                    .map(Player::points)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (points.size() < SMALLEST_TO_MOVE) {
                continue;
            }
            long up = points.get(MOVING - 1);
            long down = points.get(points.size() - MOVING);
            if (up == down) {
                continue;
            }
            for (Player player : players) {
                if (now.getOrDefault(player.id(), NONE) == here) {
                    int move = player.points() >= up ? 1 : player.points() <= down ? -1 : 0;
                    next.put(player.id(), Math.max(1, Math.min(leagues, here + move)));
                }
            }
        }
        return next;
    }

    /** Equal points lead to the same league. */
    private static int byPoints(Player player, List<Player> sorted, int leagues) {
        long below = sorted.stream()
                .filter(other -> other.points() < player.points())
                .count();
        return 1 + (int) (below * leagues / sorted.size());
    }
}
