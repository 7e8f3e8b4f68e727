package org.meshquiz.quiz;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.meshquiz.quiz.team.TeamStandings;
import org.meshquiz.quiz.team.Teams;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.TeamMembers.Member;
import org.meshquiz.team.ShownName;

/** {@code /team} and {@code /leaderboard} in a private chat: one's teams, how one is seen there, and who is ahead. */
final class TeamCommands {
    private final TeamStandings standings;

    TeamCommands(Catalog catalog) {
        this.standings = new TeamStandings(catalog);
    }

    /** {@code /leaderboard [board] [team]}. */
    void leaderboard(Talk talk, String words) {
        List<GroupChat> teams = teams(talk);
        if (teams.isEmpty()) {
            team(talk, "");
            return;
        }
        String[] parts = words.strip().split("\\s+");
        GroupChat team = teams.stream()
                .filter(each -> Long.toString(each.team()).equals(parts[parts.length - 1]))
                .findFirst()
                .orElse(teams.get(0));
        Draft board = standings.draft(talk.tx(), team, parts[0], talk.learner().id(), talk.phrases(), talk.now());
        Draft.Builder shown = Draft.builder().draft(board);
        if (teams.size() > 1) {
            shown.rows(
                    teams.stream()
                            .filter(each -> each.team() != team.team())
                            .map(each -> Option.command(title(talk, each), "/leaderboard week " + each.team()))
                            .toList(),
                    2);
        }
        talk.say(shown.build());
    }

    /** {@code /team [join|name|unnamed|share|unshare|leave] [team] [name]}. */
    void team(Talk talk, String words) {
        String[] parts = words.strip().split("\\s+", 3);
        if (parts[0].equals("join") && talk.chat().platform().equals("local")) {
            GroupChat team = Teams.local(talk.tx(), talk.learner(), talk.now());
            boolean unnamed = parts.length > 1 && parts[1].equals("unnamed");
            Teams.join(
                    talk.tx(),
                    talk.learner().id(),
                    team,
                    unnamed ? null : ShownName.of(talk.chat().chat()).orElse(null),
                    talk.now());
        } else if (parts.length > 1 && parts[1].matches("\\d{1,18}")) {
            long number = Long.parseLong(parts[1]);
            talk.tx()
                    .teamMembers()
                    .find(talk.learner().id(), number)
                    .ifPresent(member -> change(talk, member, parts[0], parts.length > 2 ? parts[2] : ""));
        }
        talk.say(overview(talk));
    }

    private static void change(Talk talk, Member member, String wish, String name) {
        String shown = ShownName.of(name).orElse(null);
        switch (wish) {
            case "name" -> {
                if (shown == null) {
                    talk.say(talk.phrases().say("team.ask-name", "team", member.team()));
                } else {
                    talk.tx().teamMembers().save(member.seen(shown, member.shares()));
                }
            }
            case "unnamed" -> talk.tx().teamMembers().save(member.seen(null, member.shares()));
            case "share" -> talk.tx().teamMembers().save(member.seen(member.name(), true));
            case "unshare" -> talk.tx().teamMembers().save(member.seen(member.name(), false));
            case "leave" -> talk.tx().teamMembers().leave(member.learner(), member.team());
            default -> {}
        }
    }

    private static Draft overview(Talk talk) {
        Phrases phrases = talk.phrases();
        List<GroupChat> teams = teams(talk);
        Draft.Builder draft = Draft.builder().text(phrases.say("team.mine"));
        for (GroupChat team : teams) {
            Optional<Member> member =
                    talk.tx().teamMembers().find(talk.learner().id(), team.team());
            member.ifPresent(own -> about(talk, draft, team, own));
        }
        if (teams.isEmpty()) {
            boolean local = talk.chat().platform().equals("local");
            draft.text(phrases.say(local ? "team.none-local" : "team.none"));
            if (local) {
                draft.row(
                        Option.command(phrases.say("team.button.join"), "/team join"),
                        Option.command(phrases.say("team.button.join-unnamed"), "/team join unnamed"));
            }
        } else {
            draft.row(Option.command(phrases.say("team.button.board"), "/leaderboard"));
        }
        return draft.text(phrases.say("board.purpose")).build();
    }

    private static void about(Talk talk, Draft.Builder draft, GroupChat team, Member own) {
        Phrases phrases = talk.phrases();
        long number = team.team();
        String title = title(talk, team);
        boolean named = own.name() != null;
        draft.text(phrases.say(
                        "team.one",
                        Map.of("team", title, "count", talk.tx().teamMembers().count(number)))
                + "\n"
                + (named
                        ? phrases.say("team.named", "name", Objects.requireNonNull(own.name()))
                        : phrases.say("team.unnamed"))
                + "\n" + phrases.say(own.shares() ? "team.shares" : "team.shares-not"));
        draft.row(
                Option.command(phrases.say("team.button.name"), "/team name " + number),
                Option.command(
                        phrases.say(own.shares() ? "team.button.unshare" : "team.button.share"),
                        (own.shares() ? "/team unshare " : "/team share ") + number));
        if (named) {
            draft.row(
                    Option.command(phrases.say("team.button.unnamed"), "/team unnamed " + number),
                    Option.command(phrases.say("team.button.leave"), "/team leave " + number));
        } else {
            draft.row(Option.command(phrases.say("team.button.leave"), "/team leave " + number));
        }
    }

    private static List<GroupChat> teams(Talk talk) {
        return talk.tx().teamMembers().teams(talk.learner().id());
    }

    private static String title(Talk talk, GroupChat team) {
        return Teams.isLocal(team)
                ? talk.phrases().say("team.local")
                : talk.tx()
                        .groupChats()
                        .title(team.team())
                        .orElseGet(() -> talk.phrases().say("team.untitled", "number", team.team()));
    }
}
