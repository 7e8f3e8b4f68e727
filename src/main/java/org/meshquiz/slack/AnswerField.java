package org.meshquiz.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import org.meshquiz.quiz.view.Phrases;

/** The window in which an answer is written. It carries the token of the button that opened it, and nothing else of ours. */
final class AnswerField {
    private static final String NAME = "MeshQuiz";
    private static final int LONGEST_QUESTION = 2_900;
    private static final int LONGEST_ANSWER = 300;

    private AnswerField() {}

    /**
     * The window.
     *
     * @param token what comes back with the answer
     * @param question what is to be answered
     */
    static View of(String token, String question, Phrases phrases) {
        String shown = question.length() <= LONGEST_QUESTION ? question : question.substring(0, LONGEST_QUESTION) + "…";
        return View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text(NAME).build())
                .submit(ViewSubmit.builder()
                        .type("plain_text")
                        .text(phrases.say("button.done"))
                        .build())
                .close(ViewClose.builder()
                        .type("plain_text")
                        .text(phrases.say("button.cancel"))
                        .build())
                .privateMetadata(token)
                .blocks(List.of(
                        SectionBlock.builder().text(text(shown)).build(),
                        InputBlock.builder()
                                .label(text(phrases.say("button.write")))
                                .element(PlainTextInputElement.builder()
                                        .actionId("answer")
                                        .maxLength(LONGEST_ANSWER)
                                        .focusOnLoad(true)
                                        .build())
                                .build()))
                .build();
    }

    /** What was handed in; a window that is not ours asks for nothing. */
    static Incoming read(String user, JsonNode view) {
        String token = view.path("private_metadata").asText();
        for (JsonNode block : view.path("state").path("values")) {
            JsonNode value = block.path("answer").path("value");
            if (value.isTextual() && !token.isEmpty()) {
                return new Incoming.Written(user, Decoder.unNul(token), Decoder.unNul(value.textValue()));
            }
        }
        return new Incoming.Nothing();
    }

    private static PlainTextObject text(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }
}
