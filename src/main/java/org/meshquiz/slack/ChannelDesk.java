package org.meshquiz.slack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Groups;
import org.meshquiz.quiz.Groups.Act;
import org.meshquiz.quiz.Groups.Standing;
import org.meshquiz.quiz.Groups.Word;
import org.meshquiz.quiz.view.Phrases;

/**
 * What people do in channels, handed to the application. The question of the day is set by those who administer the
 * workspace; Slack is asked each time.
 */
final class ChannelDesk {
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final ResponseUrls urls;
    private final String team;

    /**
     * @param team Slack's id of the workspace
     */
    ChannelDesk(Groups groups, People people, Replies replies, ResponseUrls urls, String team) {
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.urls = urls;
        this.team = team;
    }

    void command(String updateId, Incoming.ChannelCommand command) {
        Inbound.From person = people.from(command.user());
        Act act = act(person, command.channel(), updateId);
        if (command.name().equals("team")) {
            groups.team(act, command.words(), people.administers(command.user()));
        } else {
            List<Standing> standings = groups.standings(act.group());
            groups.leaderboard(
                    act,
                    standings,
                    standings.stream()
                            .map(Standing::privateChat)
                            .map(people::name)
                            .toList());
        }
        tell(command.place(), Phrases.in(person.language()).say("channel.answer"));
    }

    void press(String updateId, Incoming.ChannelPressed press) {
        Inbound.From person = people.from(press.user());
        Act act = act(person, press.channel(), updateId);
        Optional<String> command = groups.command(act.group(), press.token());
        if (command.isEmpty()) {
            Incoming.@Nullable Place place = press.place();
            if (place != null) {
                urls.pressed(press.channel(), place.message(), place.replyTo());
            }
            Word word = groups.press(act, press.token());
            tell(place == null ? null : place.replyTo(), word.text());
        } else {
            groups.team(act, command.get().replaceFirst("^/team ", ""), people.administers(press.user()));
        }
    }

    private void tell(@Nullable String place, String text) {
        if (place != null && !text.isEmpty()) {
            replies.tell(place, text);
        }
    }

    private Act act(Inbound.From person, String channel, String updateId) {
        ChatAddress group = new ChatAddress(SlackBot.PLATFORM, team, channel);
        return new Act(person, group, group, updateId);
    }
}
