package org.meshquiz.slack;

import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.team.Groups;
import org.meshquiz.quiz.team.Groups.Act;
import org.meshquiz.quiz.team.Groups.Asker;
import org.meshquiz.quiz.team.Groups.Word;
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
            groups.team(act, command.words(), asker(command.user()));
        } else {
            groups.leaderboard(act, command.words());
        }
        tell(command.place(), Phrases.in(person.language()).say("channel.answer"));
    }

    void press(String updateId, Incoming.ChannelPressed press) {
        Inbound.From person = people.from(press.user());
        Act act = act(person, press.channel(), updateId);
        Incoming.@Nullable Place place = press.place();
        if (place != null) {
            urls.pressed(press.channel(), place.message(), place.replyTo());
        }
        Word word = groups.isCommand(act.group(), press.token())
                ? groups.command(act, press.token(), asker(press.user()))
                : groups.press(act, press.token());
        tell(place == null ? null : place.replyTo(), word.text());
    }

    private Asker asker(String user) {
        return new Asker(people.name(user), people.administers(user), "");
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
