package org.meshquiz.chat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message that every platform can show.
 *
 * @param blocks text and code, one under the other
 * @param buttons rows of buttons under it, may be empty
 * @param file a file to download, or null
 * @param poll the same as a poll, for platforms that have such polls and room for this one; or null
 * @param picture what the text says, to look at; or null
 */
public record Card(
        List<Block> blocks,
        List<List<Button>> buttons,
        @Nullable Attachment file,
        @Nullable Poll poll,
        @Nullable Picture picture) {
    public Card {
        blocks = List.copyOf(blocks);
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    /** A card that is neither a poll nor a picture. */
    public Card(List<Block> blocks, List<List<Button>> buttons, @Nullable Attachment file) {
        this(blocks, buttons, file, null, null);
    }

    /**
     * A question to a group of which one option is right.
     *
     * @param question without any style
     * @param options without any style
     * @param right the right one, counted from 0
     * @param explanation what is shown after an answer; may be empty
     * @param closesAt when it closes, in seconds since 1970
     */
    public record Poll(String question, List<String> options, int right, String explanation, long closesAt) {
        public Poll {
            options = List.copyOf(options);
        }
    }

    /**
     * A text file that goes with a message.
     *
     * @param name its name: letters, digits, dots and hyphens
     * @param content its characters
     */
    public record Attachment(String name, String content) {}

    /**
     * A picture that goes with a message. Its text says the same, for those who do not see it.
     *
     * @param png the picture as PNG, in Base64
     * @param name what it is of, for those who do not see it
     */
    public record Picture(String png, String name) {
        /** A picture of these bytes. */
        public static Picture of(byte[] png, String name) {
            return new Picture(Base64.getEncoder().encodeToString(png), name);
        }

        /** The bytes of the PNG. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(png);
        }
    }

    /** The whole text without any style, blocks apart by an empty line. */
    public String plain() {
        return blocks.stream().map(Block::plain).collect(Collectors.joining("\n\n"));
    }

    /** The buttons that are pressed, for platforms that have no fields to write in. */
    public List<List<Button>> pressed() {
        return buttons.stream()
                .map(row -> row.stream()
                        .filter(button -> button.kind() != Button.Kind.FIELD)
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** The same text with other buttons. */
    public Card withButtons(List<List<Button>> changed) {
        return new Card(blocks, changed, file, poll, picture);
    }

    /** The same as a poll, or as none. */
    public Card withPoll(@Nullable Poll other) {
        return new Card(blocks, buttons, file, other, picture);
    }

    /** The same with a picture, or with none. */
    public Card withPicture(@Nullable Picture other) {
        return new Card(blocks, buttons, file, poll, other);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Puts a card together from top to bottom. Not safe for several threads. */
    public static final class Builder {
        private final List<Block> blocks = new ArrayList<>();
        private final List<List<Button>> rows = new ArrayList<>();
        private @Nullable Attachment file;

        private Builder() {}

        /** A paragraph in which {@code **bold**} and {@code `code`} are read. */
        public Builder text(String marked) {
            return spans(Span.marked(marked));
        }

        public Builder spans(List<Span> spans) {
            blocks.add(new Block.Paragraph(spans));
            return this;
        }

        public Builder code(String text, String language) {
            blocks.add(new Block.Code(text, language));
            return this;
        }

        public Builder buttons(List<Button> row) {
            if (!row.isEmpty()) {
                rows.add(row);
            }
            return this;
        }

        public Builder file(Attachment attached) {
            file = attached;
            return this;
        }

        public Card build() {
            return new Card(blocks, rows, file);
        }
    }
}
