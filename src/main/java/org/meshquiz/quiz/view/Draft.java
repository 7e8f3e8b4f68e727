package org.meshquiz.quiz.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Span;

/**
 * A message before its buttons have tokens.
 *
 * @param blocks what it says
 * @param rows rows of buttons, each with what it does
 * @param file a file to download, or null
 * @param picture what it says, to look at; or null
 */
public record Draft(
        List<Block> blocks, List<List<Option>> rows, Card.@Nullable Attachment file, Card.@Nullable Picture picture) {
    public Draft {
        blocks = List.copyOf(blocks);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A message without a picture. */
    public Draft(List<Block> blocks, List<List<Option>> rows, Card.@Nullable Attachment file) {
        this(blocks, rows, file, null);
    }

    /**
     * A button to be.
     *
     * @param label what it shows
     * @param action what it does
     * @param kind what it is for, where there is more than buttons
     */
    public record Option(String label, Action action, Button.Kind kind) {

        /** A button to press. */
        public Option(String label, Action action) {
            this(label, action, Button.Kind.PRESS);
        }

        /** A button that stands for writing a command. */
        public static Option command(String label, String text) {
            return new Option(label, new Action.Command(text));
        }
    }

    /** The same with a paragraph before it. */
    public Draft after(String marked) {
        return builder().text(marked).draft(this).build();
    }

    /** The same with a paragraph behind it. */
    public Draft before(String marked) {
        return builder().draft(this).text(marked).build();
    }

    /** A message of one paragraph. */
    public static Draft of(String marked) {
        return builder().text(marked).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Puts a draft together from top to bottom. Not safe for several threads. */
    public static final class Builder {
        private final List<Block> blocks = new ArrayList<>();
        private final List<List<Option>> rows = new ArrayList<>();
        private Card.@Nullable Attachment file;
        private Card.@Nullable Picture picture;

        private Builder() {}

        /** A paragraph in which {@code **bold**} and {@code `code`} are read; blank text is left out. */
        public Builder text(String marked) {
            return marked.isBlank() ? this : spans(Span.marked(marked.strip()));
        }

        public Builder spans(List<Span> spans) {
            blocks.add(new Block.Paragraph(spans));
            return this;
        }

        public Builder code(String text, String language) {
            blocks.add(new Block.Code(text.stripTrailing(), language));
            return this;
        }

        /** All of another message. */
        public Builder draft(Draft draft) {
            blocks.addAll(draft.blocks());
            rows.addAll(draft.rows());
            file = draft.file();
            picture = draft.picture();
            return this;
        }

        public Builder row(Option... options) {
            return row(List.of(options));
        }

        public Builder row(List<Option> options) {
            if (!options.isEmpty()) {
                rows.add(options);
            }
            return this;
        }

        /** Buttons in rows of at most that many. */
        public Builder rows(List<Option> options, int perRow) {
            for (int from = 0; from < options.size(); from += perRow) {
                row(options.subList(from, Math.min(from + perRow, options.size())));
            }
            return this;
        }

        public Builder file(Card.Attachment attached) {
            file = attached;
            return this;
        }

        public Builder picture(Card.@Nullable Picture shown) {
            picture = shown;
            return this;
        }

        public Draft build() {
            return new Draft(blocks, rows, file, picture);
        }
    }
}
