package org.meshquiz.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an update says, as far as the program has a use for it. */
sealed interface Incoming {

    /**
     * Somebody wrote, in direct messages or after {@code /quiz}.
     *
     * @param user Slack's id of the person
     * @param text the words, as a command of ours where they are one
     * @param place where to tell in a word that the answer is elsewhere; null in direct messages
     */
    record Said(String user, String text, @Nullable String place) implements Incoming {}

    /**
     * Somebody pressed a button.
     *
     * @param token what the button carried
     * @param ticked what the ticked boxes of the message carry, or null where it has no boxes
     * @param place the message with the button, or null in the home tab
     */
    record Pressed(
            String user,
            String token,
            @Nullable List<String> ticked,
            @Nullable Place place) implements Incoming {}

    /**
     * Somebody pressed a button that opens a field to write in.
     *
     * @param token what the button carried
     * @param trigger what Slack wants to see within three seconds to open something
     * @param question what the message says
     * @param place the message with the button
     */
    record FieldWanted(String user, String token, String trigger, String question, Place place) implements Incoming {}

    /**
     * Somebody handed in a field.
     *
     * @param token what the button that had opened it carried
     * @param text their words
     */
    record Written(String user, String token, String text) implements Incoming {}

    /**
     * A message that was pressed.
     *
     * @param message the channel, a colon, and Slack's {@code ts}
     * @param replyTo where to tell a short word that only they see, and to replace the message
     */
    record Place(String message, String replyTo) {}

    /**
     * Somebody wrote a command that is for a whole channel.
     *
     * @param name {@code team} or {@code leaderboard}
     * @param words what followed
     * @param place where to tell something that only they see
     */
    record ChannelCommand(
            String user,
            String channel,
            String name,
            String words,
            @Nullable String place) implements Incoming {}

    /**
     * Somebody pressed a button under a message in a channel.
     *
     * @param token what the button carried
     * @param place the message with the button, or null where Slack does not tell
     */
    record ChannelPressed(
            String user,
            String channel,
            String token,
            @Nullable Place place) implements Incoming {}

    /** Somebody opened the home tab. */
    record HomeOpened(String user) implements Incoming {}

    /** The app was removed from the workspace, or its token taken away. */
    record Removed() implements Incoming {}

    /** Something that asks for nothing. */
    record Nothing() implements Incoming {}
}
