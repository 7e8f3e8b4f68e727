package org.meshquiz.quiz;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meshquiz.chat.Card;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Groups.Standing;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.GroupChats.GroupChat;

/**
 * Who is ahead this week, on Fridays in the afternoon, in each group that has a question of the day. A week in which nobody
 * has answered is passed over. Several nodes may tick at once. Safe for several threads.
 */
public final class WeeklyStandings {
    private static final DayOfWeek DAY = DayOfWeek.FRIDAY;
    private static final LocalTime HOUR = LocalTime.of(16, 0);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int AT_ONCE = 20;

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Names> platforms = new ConcurrentHashMap<>();

    WeeklyStandings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What people are called; asks the platform. */
    @FunctionalInterface
    public interface Names {
        /**
         * The name that a group knows somebody by; a dash where there is none.
         *
         * @param privateChat the chat that the person is known by
         */
        String of(ChatAddress group, String privateChat);
    }

    /** From now on groups of that platform are served, and its names are asked for there. */
    public void serve(String platform, Names names) {
        platforms.put(platform, names);
    }

    /** Posts what is due; returns in how many groups. */
    public int post() {
        int posted = 0;
        List<GroupChat> due;
        do {
            Instant now = clock.instant();
            due = database.write(tx -> tx.groupChats().standingsDue(platforms.keySet(), now, AT_ONCE));
            for (GroupChat group : due) {
                posted += post(group, now) ? 1 : 0;
            }
        } while (due.size() == AT_ONCE);
        return posted;
    }

    /** When they come next to a group. */
    static Instant next(ZoneId zone, Instant now) {
        LocalDate friday = now.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(DAY));
        Instant next = friday.atTime(HOUR).atZone(zone).toInstant();
        return next.isAfter(now)
                ? next
                : friday.plusWeeks(1).atTime(HOUR).atZone(zone).toInstant();
    }

    /** Names are asked for before the transaction: nothing is sent inside one. */
    private boolean post(GroupChat group, Instant now) {
        List<Standing> standings = database.write(tx -> Groups.standings(tx, group.chat(), now.minus(WEEK)));
        Names names = platforms.getOrDefault(group.chat().platform(), (chat, person) -> "—");
        List<String> knownAs = standings.stream()
                .map(standing -> names.of(group.chat(), standing.privateChat()))
                .toList();
        Phrases phrases = Phrases.in(group.language());
        return database.write(tx -> {
            boolean taken = tx.groupChats().takeStandings(group.chat(), now, next(group.zone(), now));
            if (taken && !standings.isEmpty()) {
                String text = lines(phrases.say("group.week"), standings, knownAs, phrases);
                GroupVoice.say(tx, group.place(), Card.builder().text(text));
            }
            return taken && !standings.isEmpty();
        });
    }

    /**
     * Who is ahead, a line each.
     *
     * @param knownAs the name of each
     */
    static String lines(String title, List<Standing> standings, List<String> knownAs, Phrases phrases) {
        StringBuilder lines = new StringBuilder(title);
        for (int rank = 0; rank < standings.size(); rank++) {
            Standing standing = standings.get(rank);
            lines.append('\n')
                    .append(phrases.say(
                            "group.rank",
                            Map.of(
                                    "rank", rank + 1,
                                    "name", knownAs.get(rank),
                                    "right", standing.right(),
                                    "answered", standing.answered())));
        }
        return lines.toString();
    }
}
