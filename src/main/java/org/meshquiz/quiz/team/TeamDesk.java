package org.meshquiz.quiz.team;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Card;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.team.Groups.Act;
import org.meshquiz.quiz.team.Groups.Asker;
import org.meshquiz.quiz.team.Groups.Word;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.GroupChats.GroupKeyboard;
import org.meshquiz.store.Learners.Caller;
import org.meshquiz.store.Transaction;
import org.meshquiz.team.ShownName;

/** What a group does as a team: people join, administrators change how it is asked, everybody looks at the standings. */
final class TeamDesk {
    private final Catalog catalog;
    private final TeamPanel panel;

    TeamDesk(Catalog catalog) {
        this.catalog = catalog;
        this.panel = new TeamPanel(catalog);
    }

    /** What the button with that token stands for; one that stands for nothing here is left alone. */
    Word command(Transaction tx, Act act, String token, Asker asker, Instant now) {
        GroupKeyboard keyboard = keyboard(tx, act.group(), token).orElse(null);
        if (keyboard == null
                || !tx.inbox().take(act.group(), act.updateId(), now)
                || !GroupVoice.mayAsk(tx, act.place())) {
            return Groups.NOTHING;
        }
        String command = action(keyboard, token);
        if (command.startsWith("/leaderboard")) {
            leaderboard(tx, act, command.substring("/leaderboard".length()).strip(), now);
            return Groups.NOTHING;
        }
        String words = command.replaceFirst("^/team ?", "");
        return team(tx, act, words, asker, keyboard.message() == 0 ? null : keyboard.message(), now);
    }

    /**
     * Joins or changes, and shows what came of it.
     *
     * @param shownIn our number of the message that was pressed, or null when the words were written
     */
    Word team(Transaction tx, Act act, String words, Asker asker, @Nullable Long shownIn, Instant now) {
        GroupChat team = Teams.of(tx, act.group(), act.place(), Groups.language(tx, act), now);
        Phrases own = Phrases.in(act.who().language());
        ShownName.of(asker.title()).ifPresent(title -> tx.groupChats().entitle(act.group(), title));
        Learner learner =
                tx.learners().lock(act.who().chat()).map(Caller::learner).orElse(null);
        if (learner != null) {
            Teams.seen(tx, learner.id(), team, asker.administers(), now);
        }
        Word word = Groups.NOTHING;
        if (words.startsWith("join")) {
            if (learner == null) {
                return new Word(own.say("group.start-first"), true);
            }
            String name = words.endsWith("unnamed")
                    ? null
                    : ShownName.of(asker.name()).orElse(null);
            Teams.join(tx, learner.id(), team, name, now);
            Teams.seen(tx, learner.id(), team, asker.administers(), now);
            word = new Word(
                    name == null ? own.say("team.joined-unnamed") : own.say("team.joined", "name", name), false);
        } else if (!words.isEmpty()) {
            UnaryOperator<GroupChat> change = panel.change(words);
            if (!asker.administers()) {
                return refuse(tx, act, own, shownIn);
            }
            if (change != null) {
                ZoneId zone = learner == null ? team.zone() : learner.zone();
                team = Teams.save(tx, change.apply(team.in(act.place(), zone)), now);
            }
        }
        Draft view = panel.view(words, team, tx.teamMembers().count(team.team()));
        if (shownIn == null) {
            GroupVoice.say(tx, act.group(), act.place(), view, now);
        } else {
            GroupVoice.edit(tx, act.group(), act.place(), shownIn, view, now);
        }
        return word;
    }

    private static Word refuse(Transaction tx, Act act, Phrases phrases, @Nullable Long shownIn) {
        String refusal = phrases.say("group.administrators");
        if (shownIn == null) {
            GroupVoice.say(tx, act.place(), Card.builder().text(refusal));
        }
        return new Word(refusal, false);
    }

    /** Shows who is ahead; before anybody has joined, how to. */
    void leaderboard(Transaction tx, Act act, String words, Instant now) {
        GroupChat team = Teams.of(tx, act.group(), act.place(), Groups.language(tx, act), now);
        Phrases phrases = Phrases.in(team.language());
        Standings standings = Boards.of(tx, team, Board.of(words).orElse(Board.WEEK), null, now);
        String title = tx.groupChats().title(team.team()).orElse("");
        Draft view = standings.members() == 0
                ? Draft.builder()
                        .text(phrases.say("team.nobody"))
                        .row(
                                Option.command(phrases.say("team.button.join"), "/team join"),
                                Option.command(phrases.say("team.button.join-unnamed"), "/team join unnamed"))
                        .build()
                : BoardView.draft(standings, title, "", catalog::skillName, phrases);
        GroupVoice.say(tx, act.group(), act.place(), view, now);
    }

    /** The buttons with that token; empty when they are not of that group. */
    static Optional<GroupKeyboard> keyboard(Transaction tx, ChatAddress group, String token) {
        Matcher parts = Groups.TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return tx.groupChats()
                .keyboard(group, parts.group(1))
                .filter(keyboard ->
                        Integer.parseInt(parts.group(2)) < keyboard.actions().size());
    }

    private static String action(GroupKeyboard keyboard, String token) {
        return keyboard.actions().get(Integer.parseInt(token.substring(token.indexOf('.') + 1)));
    }
}
