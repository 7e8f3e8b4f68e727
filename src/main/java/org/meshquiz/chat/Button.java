package org.meshquiz.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A button under a message.
 *
 * @param label what it shows, at most 75 characters
 * @param token what comes back when it is pressed: random, at most 64 bytes, and meaningless to the outside
 * @param kind what it is for, for platforms that have more than buttons
 */
public record Button(String label, String token, Kind kind) {
    private static final int LONGEST_LABEL = 75;
    private static final int LONGEST_TOKEN = 64;

    /** What a button is for. */
    public enum Kind {
        /** A press is all there is to it. */
        PRESS,
        /** One of several boxes, not ticked; a press ticks it. Where boxes can be shown, they are handed in together. */
        TICK,
        /** The same, ticked. */
        TICKED,
        /**
         * Opens a field to write in. Left out by platforms that have no such thing, since words can be written as a message.
         */
        FIELD
    }

    public Button {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    "a button's label has 1 to " + LONGEST_LABEL + " characters; this one has " + label.length());
        }
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException("a button's token has 1 to " + LONGEST_TOKEN + " bytes");
        }
    }

    /** A button to press. */
    public Button(String label, String token) {
        this(label, token, Kind.PRESS);
    }

    /** One that was stored; before there were kinds, all were to press. */
    @JsonCreator
    static Button stored(
            @JsonProperty("label") String label,
            @JsonProperty("token") String token,
            @JsonProperty("kind") @Nullable Kind kind) {
        return new Button(label, token, kind == null ? Kind.PRESS : kind);
    }
}
