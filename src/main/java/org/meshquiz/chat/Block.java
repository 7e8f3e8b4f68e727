package org.meshquiz.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A part of a message, one under the other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Code.class, name = "code")
})
public sealed interface Block {

    /** The characters without any style. */
    String plain();

    /**
     * Running text; line feeds in it are line breaks.
     *
     * @param spans its runs, in order
     */
    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        @Override
        public String plain() {
            StringBuilder text = new StringBuilder();
            spans.forEach(span -> text.append(span.text()));
            return text.toString();
        }
    }

    /**
     * A block of code.
     *
     * @param text its lines
     * @param language its name for highlighting, or empty
     */
    record Code(String text, String language) implements Block {
        @Override
        public String plain() {
            return text;
        }
    }
}
