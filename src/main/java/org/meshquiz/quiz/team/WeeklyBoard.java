package org.meshquiz.quiz.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.GroupChats.Wishes;

/**
 * The standings of the week, on Fridays at the team's hour, in each team that wants them; with them people change leagues. A
 * week in which nobody who is on the board has answered is passed over. Several nodes may tick at once, and one may die.
 * Safe for several threads.
 */
public final class WeeklyBoard {
    private static final DayOfWeek DAY = DayOfWeek.FRIDAY;
    /** Of a team that has chosen none. */
    private static final LocalTime HOUR = LocalTime.of(16, 0);

    private static final int AT_ONCE = 20;

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;

    public WeeklyBoard(Database database, InstantSource clock, Catalog catalog) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
    }

    /** Posts what is due; returns in how many groups. */
    public int post() {
        int posted = 0;
        List<GroupChat> due;
        do {
            Instant now = clock.instant();
            due = database.write(tx -> tx.groupChats().standingsDue(now, AT_ONCE));
            for (GroupChat group : due) {
                posted += post(group, now) ? 1 : 0;
            }
        } while (due.size() == AT_ONCE);
        return posted;
    }

    /** The hour at which they come to a team: that of its question of the day, or else 16:00. */
    static LocalTime hour(Wishes wishes) {
        LocalTime chosen = wishes.hour();
        return chosen == null ? HOUR : chosen;
    }

    /** When they come next to a group. */
    static Instant next(ZoneId zone, LocalTime hour, Instant now) {
        LocalDate friday = now.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(DAY));
        Instant next = friday.atTime(hour).atZone(zone).toInstant();
        return next.isAfter(now)
                ? next
                : friday.plusWeeks(1).atTime(hour).atZone(zone).toInstant();
    }

    /** What is posted and who goes where is worked out before the transaction that decides that it is posted. */
    private boolean post(GroupChat group, Instant now) {
        Prepared prepared = database.write(tx -> new Prepared(
                Boards.of(tx, group, Board.WEEK, null, now),
                Boards.leaguesAfter(tx, group, now),
                tx.groupChats().title(group.team()).orElse("")));
        @Nullable
        Draft draft = prepared.standings().isEmpty()
                ? null
                : BoardView.draft(
                        prepared.standings(), prepared.title(), "", catalog::skillName, Phrases.in(group.language()));
        return database.write(tx -> {
            boolean taken =
                    tx.groupChats().takeStandings(group.chat(), now, next(group.zone(), hour(group.wishes()), now));
            if (taken) {
                tx.teamMembers().place(group.team(), prepared.leagues());
            }
            if (taken && draft != null) {
                GroupVoice.say(tx, group.chat(), group.place(), draft, now);
            }
            return taken && draft != null;
        });
    }

    private record Prepared(Standings standings, Map<Long, Integer> leagues, String title) {}
}
