package org.meshquiz.quiz.team;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.GroupChats.Wishes;
import org.meshquiz.store.TeamMembers.Member;
import org.meshquiz.store.Transaction;

/** Teams and who is in them: a team is a group that a bot is in, or all who use the local chat. */
public final class Teams {
    /** No person of the local chat can be called that. */
    private static final ChatAddress LOCAL = new ChatAddress("local", "local", "*team*");

    /** How long somebody who was seen to administer a group is taken to lead its team. */
    private static final Duration LEAD = Duration.ofDays(30);

    private Teams() {}

    /** The team of a group; a new one is written down. */
    static GroupChat of(Transaction tx, ChatAddress group, ChatAddress place, Locale language, Instant now) {
        return tx.groupChats()
                .find(group)
                .orElseGet(() ->
                        save(tx, new GroupChat(0, group, place, language, ZoneId.of("Etc/UTC"), Wishes.DEFAULT), now));
    }

    /** The team of everybody in the local chat. */
    public static GroupChat local(Transaction tx, Learner first, Instant now) {
        return tx.groupChats().find(LOCAL).orElseGet(() -> {
            // Nobody reads along there: nothing is posted.
            Wishes wishes = Wishes.DEFAULT.withBoard(false);
            return save(tx, new GroupChat(0, LOCAL, LOCAL, first.language(), first.zone(), wishes), now);
        });
    }

    /** Whether an address is that of the local team. */
    public static boolean isLocal(GroupChat team) {
        return team.chat().equals(LOCAL);
    }

    /** Writes down how a group wants to be asked, and plans what comes next. */
    static GroupChat save(Transaction tx, GroupChat group, Instant now) {
        Instant board =
                group.wishes().board() ? WeeklyBoard.next(group.zone(), WeeklyBoard.hour(group.wishes()), now) : null;
        long team = tx.groupChats().save(group, DailyQuestion.next(group, now), board);
        return new GroupChat(team, group.chat(), group.place(), group.language(), group.zone(), group.wishes());
    }

    /**
     * Somebody joins, or is seen otherwise from now on.
     *
     * @param name on the board; null keeps them off it
     */
    public static Member join(Transaction tx, LearnerId learner, GroupChat team, @Nullable String name, Instant now) {
        Member known = tx.teamMembers().find(learner, team.team()).orElse(null);
        Member member = known == null
                ? new Member(learner, team.team(), name, false, null, 0, now)
                : known.seen(name, known.shares());
        tx.teamMembers().save(member);
        return member;
    }

    /** Notes whether a member was just seen to administer the group. */
    static void seen(Transaction tx, LearnerId learner, GroupChat team, boolean administrator, Instant now) {
        tx.teamMembers().leads(learner, team.team(), administrator ? now.plus(LEAD) : null);
    }
}
