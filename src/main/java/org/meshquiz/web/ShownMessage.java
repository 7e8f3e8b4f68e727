package org.meshquiz.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.Transcript;

/**
 * A message in the JSON interface of the local chat.
 *
 * @param n grows at every new message and every edit
 * @param id the message's own name, the same after an edit
 * @param text without any style
 * @param html the same, styled and escaped
 * @param buttons rows of buttons, each with a label and a token
 * @param image path of a picture, or null
 * @param edited whether it replaces an earlier text
 */
record ShownMessage(
        long n,
        String id,
        String text,
        String html,
        @JsonRawValue String buttons,
        @Nullable String image,
        boolean edited) {

    static ShownMessage of(Transcript.Entry entry) {
        return new ShownMessage(
                entry.n(),
                "m" + entry.number(),
                entry.text(),
                entry.html(),
                entry.buttons(),
                entry.image(),
                entry.edited());
    }
}
