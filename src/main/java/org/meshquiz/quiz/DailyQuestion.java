package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.Preferences;
import org.meshquiz.quiz.Groups.Act;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.Learners.Caller;
import org.meshquiz.store.Transaction;

/** The question of the day of each group: its hour, and its coming. */
final class DailyQuestion {
    private static final Duration DAY = Duration.ofHours(24);
    private static final List<Integer> HOURS = List.of(9, 10, 11, 12, 14, 16);

    private final GroupQuiz quiz;

    DailyQuestion(GroupQuiz quiz) {
        this.quiz = quiz;
    }

    /** Puts the question of a group that is due; false when none is. */
    boolean postNext(Transaction tx, Instant now) {
        GroupChat group = tx.groupChats().due(now).orElse(null);
        if (group == null) {
            return false;
        }
        Instant next = next(group, now);
        Instant closes = next == null || next.isAfter(now.plus(DAY)) ? now.plus(DAY) : next;
        quiz.ask(tx, new GroupQuiz.Occasion(group.chat(), group.place(), group.language(), true, closes), null, now);
        tx.groupChats().save(group, next);
        return true;
    }

    /** Sets or ends it; the hour counts in the time zone of whoever sets it. */
    void set(Transaction tx, Act act, Locale language, @Nullable LocalTime hour, Instant now) {
        Optional<Learner> setter = tx.learners().lock(act.who().chat()).map(Caller::learner);
        ZoneId zone = setter.map(Learner::zone).orElse(ZoneId.of("Etc/UTC"));
        GroupChat group = new GroupChat(act.group(), act.place(), language, zone, hour);
        save(tx, group, now);
        Phrases phrases = Phrases.in(group.language());
        String told = hour == null
                ? phrases.say("group.daily-off")
                : phrases.say("group.daily-on", Map.of("hour", hour.toString(), "zone", zone.getId()));
        GroupVoice.say(tx, act.place(), Card.builder().text(told));
    }

    /** Writes down how a group wants it, and plans what comes next; with it come the standings of the week. */
    void save(Transaction tx, GroupChat group, Instant now) {
        tx.groupChats().save(group, next(group, now));
        tx.groupChats()
                .planStandings(group.chat(), group.hour() == null ? null : WeeklyStandings.next(group.zone(), now));
    }

    /** Whether the standings of the week are to come where there is a question of the day. */
    void wantStandings(Transaction tx, Act act, Phrases phrases, boolean wanted, Instant now) {
        GroupChat group = tx.groupChats().find(act.group()).orElse(null);
        if (group == null || group.hour() == null) {
            GroupVoice.say(tx, act.place(), Card.builder().text(phrases.say("group.board-needs")));
            return;
        }
        tx.groupChats().planStandings(group.chat(), wanted ? WeeklyStandings.next(group.zone(), now) : null);
        GroupVoice.say(
                tx, act.place(), Card.builder().text(phrases.say(wanted ? "group.board-on" : "group.board-off")));
    }

    /** Offers hours as buttons. */
    void offerHours(Transaction tx, Act act, Phrases phrases, Instant now) {
        String token = Talk.token();
        List<String> actions = new ArrayList<>();
        List<Button> hours = new ArrayList<>();
        for (int hour : HOURS) {
            hours.add(new Button(hour + ":00", token + '.' + actions.size()));
            actions.add("/team " + hour);
        }
        Button off = new Button(phrases.say("group.off"), token + '.' + actions.size());
        actions.add("/team off");
        tx.groupChats().addKeyboard(act.group(), token, actions, now);
        GroupVoice.say(
                tx,
                act.place(),
                Card.builder()
                        .text(phrases.say("group.ask-hour"))
                        .buttons(hours)
                        .buttons(List.of(off)));
    }

    /** When the next one is due, on working days; null when none is wanted. */
    static @Nullable Instant next(GroupChat group, Instant now) {
        LocalTime hour = group.hour();
        return hour == null
                ? null
                : PushTimes.next(group.zone(), Preferences.DEFAULT.withHour(hour), now)
                        .orElse(null);
    }
}
