package org.meshquiz.chat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;

/** What a person did in a private chat with the bot. */
public sealed interface Inbound {

    /** Who did it, and where. */
    From from();

    /** The platform's id of this update: the same update delivered twice has the same id. */
    String updateId();

    /**
     * Who a person is to a platform. The hints are used once, when a person is met for the first time.
     *
     * @param chat the chat to answer in
     * @param language the language their client shows
     * @param zone the time zone that the platform tells, or null
     */
    record From(ChatAddress chat, Locale language, @Nullable ZoneId zone) {}

    /**
     * They wrote something.
     *
     * @param text their words, unchecked
     */
    record Text(From from, String updateId, String text) implements Inbound {}

    /**
     * They pressed a button.
     *
     * @param token what the button carried, unchecked
     */
    record Press(From from, String updateId, String token) implements Inbound {}

    /**
     * They pressed a button beside boxes to tick.
     *
     * @param token what the button carried, unchecked
     * @param ticked what the ticked boxes carry, unchecked
     */
    record Ticked(From from, String updateId, String token, List<String> ticked) implements Inbound {
        public Ticked {
            ticked = List.copyOf(ticked);
        }
    }

    /**
     * They wrote into a field that a button had opened.
     *
     * @param token what the button carried, unchecked
     * @param text their words, unchecked
     */
    record Written(From from, String updateId, String token, String text) implements Inbound {}

    /** They blocked the bot, or left the chat with it: nothing is sent there until they write or press again. */
    record Left(From from, String updateId) implements Inbound {}
}
