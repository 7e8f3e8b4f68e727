package org.meshquiz.chat;

/**
 * A button under a message.
 *
 * @param label what it shows, at most 75 characters
 * @param token what comes back when it is pressed: random, at most 64 bytes, and meaningless to the outside
 */
public record Button(String label, String token) {
    private static final int LONGEST_LABEL = 75;
    private static final int LONGEST_TOKEN = 64;

    public Button {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    "a button's label has 1 to " + LONGEST_LABEL + " characters; this one has " + label.length());
        }
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException("a button's token has 1 to " + LONGEST_TOKEN + " bytes");
        }
    }
}
