package org.meshquiz.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import java.util.ArrayList;
import java.util.List;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;

/**
 * A card as messages in Slack's Block Kit: one, or several where it is longer than a message may be. Text is rich text and
 * not Slack's markup, so that every character of a card is just that character.
 */
final class SlackBlocks {
    /** The most blocks of a message. */
    static final int MOST_BLOCKS = 50;
    /** The longest text of one block, in UTF-16 units. */
    static final int LONGEST_TEXT = 3_000;

    /** Slack refuses messages with more than some 13,000 characters in their blocks. */
    private static final int LONGEST_MESSAGE = 12_000;

    private static final int MOST_BUTTONS = 25;
    private static final int MOST_ROWS = 20;
    private static final int MOST_BOXES = 10;
    private static final String FIELD = "field-";
    private static final int LONGEST_FALLBACK = 3_000;

    private SlackBlocks() {}

    /**
     * A message.
     *
     * @param fallback what notifications and screen readers get, with {@code & < >} escaped
     * @param blocks what is shown, 1 to {@link #MOST_BLOCKS}
     */
    record Message(String fallback, List<LayoutBlock> blocks) {
        Message {
            blocks = List.copyOf(blocks);
        }
    }

    /** The messages, at least one; the last has the buttons. */
    static List<Message> of(Card card) {
        List<LayoutBlock> rows = rows(card.buttons());
        List<List<RichText.Piece>> parts = parts(RichText.pieces(card), MOST_BLOCKS - rows.size());
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<LayoutBlock> blocks = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (RichText.Piece piece : parts.get(i)) {
                blocks.add(RichTextBlock.builder()
                        .elements(List.of(piece.element()))
                        .build());
                text.append(text.isEmpty() ? "" : "\n\n").append(piece.plain());
            }
            if (i == parts.size() - 1) {
                blocks.addAll(rows);
            }
            messages.add(new Message(escape(shortened(text.toString())), blocks));
        }
        return messages;
    }

    /** Escapes what Slack's own markup gives a meaning to. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<List<RichText.Piece>> parts(List<RichText.Piece> pieces, int mostBlocks) {
        List<List<RichText.Piece>> parts = new ArrayList<>();
        List<RichText.Piece> part = new ArrayList<>();
        int length = 0;
        for (RichText.Piece piece : pieces) {
            if (part.size() == mostBlocks || length + piece.plain().length() > LONGEST_MESSAGE) {
                parts.add(part);
                part = new ArrayList<>();
                length = 0;
            }
            part.add(piece);
            length += piece.plain().length();
        }
        parts.add(part);
        return parts;
    }

    /** Rows of buttons; what Slack has no room for is left out. */
    private static List<LayoutBlock> rows(List<List<Button>> buttons) {
        List<LayoutBlock> rows = new ArrayList<>();
        int number = 0;
        for (List<Button> row : buttons) {
            if (isBoxes(row)) {
                rows.add(ActionsBlock.builder()
                        .elements(List.of(boxes(row, number++)))
                        .build());
                continue;
            }
            for (int from = 0; from < row.size() && rows.size() < MOST_ROWS; from += MOST_BUTTONS) {
                List<BlockElement> elements = new ArrayList<>();
                for (Button button : row.subList(from, Math.min(from + MOST_BUTTONS, row.size()))) {
                    elements.add(button(button, number++));
                }
                rows.add(ActionsBlock.builder().elements(elements).build());
            }
        }
        return rows;
    }

    private static boolean isBoxes(List<Button> row) {
        return row.size() <= MOST_BOXES
                && row.stream()
                        .allMatch(button -> button.kind() == Button.Kind.TICK || button.kind() == Button.Kind.TICKED);
    }

    /** Whether a button of ours with that action opens a field to write in. */
    static boolean opensField(String actionId) {
        return actionId.startsWith(FIELD);
    }

    /** Boxes, at most ten, which Slack keeps ticked by itself until a button is pressed. */
    private static CheckboxesElement boxes(List<Button> row, int number) {
        List<OptionObject> all = new ArrayList<>();
        List<OptionObject> ticked = new ArrayList<>();
        for (Button box : row) {
            OptionObject option = OptionObject.builder()
                    .text(plain(box.label().replaceFirst("^✓ ", "")))
                    .value(box.token())
                    .build();
            all.add(option);
            if (box.kind() == Button.Kind.TICKED) {
                ticked.add(option);
            }
        }
        return CheckboxesElement.builder()
                .actionId("tick-" + number)
                .options(all)
                .initialOptions(ticked.isEmpty() ? null : ticked)
                .build();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }

    private static ButtonElement button(Button button, int number) {
        return ButtonElement.builder()
                .text(plain(button.label()))
                .actionId((button.kind() == Button.Kind.FIELD ? FIELD : "press-") + number)
                .value(button.token())
                .build();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FALLBACK ? text : text.substring(0, LONGEST_FALLBACK - 1) + "…";
    }
}
