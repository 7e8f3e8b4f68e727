package org.meshquiz.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The rules of Block Kit, as its reference states them; whatever breaks one is {@code invalid_blocks}. */
public final class BlockKit {
    private static final int MESSAGE_BLOCKS = 50;
    private static final int VIEW_BLOCKS = 100;
    private static final int MESSAGE_CHARACTERS = 13_000;
    private static final Set<String> STYLES =
            Set.of("bold", "italic", "strike", "highlight", "client_highlight", "unlink", "code", "underline");

    private final Set<String> ids = new HashSet<>();
    private int characters;

    private BlockKit() {}

    /** Checks the blocks of a message. */
    public static void checkMessage(JsonNode blocks) {
        BlockKit kit = new BlockKit();
        kit.blocks(blocks, MESSAGE_BLOCKS, Set.of("section", "rich_text", "actions", "context", "divider", "header"));
        if (kit.characters > MESSAGE_CHARACTERS) {
            throw new Refused("msg_blocks_too_long");
        }
    }

    /** Checks a home tab or a modal. */
    public static void checkView(JsonNode view) {
        boolean modal = view.path("type").asText().equals("modal");
        if (!modal && !view.path("type").asText().equals("home")) {
            throw new Refused("invalid_arguments");
        }
        Set<String> allowed = modal
                ? Set.of("section", "rich_text", "actions", "context", "divider", "header", "input")
                : Set.of("section", "rich_text", "actions", "context", "divider", "header");
        new BlockKit().blocks(view.path("blocks"), VIEW_BLOCKS, allowed);
        if (modal) {
            plainText(view.path("title"), 24);
            boolean input = false;
            for (JsonNode block : view.path("blocks")) {
                input |= block.path("type").asText().equals("input");
            }
            need(!input || view.has("submit"));
            if (view.has("submit")) {
                plainText(view.path("submit"), 24);
            }
            need(view.path("private_metadata").asText().length() <= 3_000);
        }
    }

    /** The characters that a message shows, blocks apart by an empty line, without those of buttons. */
    public static String visible(JsonNode blocks) {
        StringBuilder text = new StringBuilder();
        for (JsonNode block : blocks) {
            if (!block.path("type").asText().equals("rich_text")) {
                continue;
            }
            text.append(text.isEmpty() ? "" : "\n\n");
            for (JsonNode element : block.path("elements")) {
                element.path("elements")
                        .forEach(run -> text.append(run.path("text").asText()));
            }
        }
        return text.toString();
    }

    private void blocks(JsonNode blocks, int most, Set<String> allowed) {
        need(blocks.isArray() && !blocks.isEmpty() && blocks.size() <= most);
        for (JsonNode block : blocks) {
            String type = block.path("type").asText();
            need(allowed.contains(type));
            if (block.has("block_id")) {
                need(block.path("block_id").asText().length() <= 255
                        && ids.add("block " + block.path("block_id").asText()));
            }
            switch (type) {
                case "section" -> text(block.path("text"), 3_000);
                case "header" -> plainText(block.path("text"), 150);
                case "context" -> {
                    need(!block.path("elements").isEmpty()
                            && block.path("elements").size() <= 10);
                    block.path("elements").forEach(element -> text(element, 3_000));
                }
                case "actions" -> {
                    need(!block.path("elements").isEmpty()
                            && block.path("elements").size() <= 25);
                    block.path("elements").forEach(this::interactive);
                }
                case "input" -> {
                    plainText(block.path("label"), 2_000);
                    interactive(block.path("element"));
                }
                case "rich_text" -> richText(block.path("elements"));
                default -> need(type.equals("divider"));
            }
        }
    }

    private void richText(JsonNode elements) {
        need(elements.isArray() && !elements.isEmpty());
        for (JsonNode element : elements) {
            String type = element.path("type").asText();
            need(type.equals("rich_text_section") || type.equals("rich_text_preformatted"));
            need(element.path("elements").isArray() && !element.path("elements").isEmpty());
            int length = 0;
            for (JsonNode run : element.path("elements")) {
                boolean link = run.path("type").asText().equals("link");
                need(link || run.path("type").asText().equals("text"));
                need(!run.path("text").asText().isEmpty());
                need(!link || run.path("url").asText().matches("https?://.{1,3000}"));
                run.path("style").fieldNames().forEachRemaining(style -> need(STYLES.contains(style)));
                length += run.path("text").asText().length();
            }
            need(length <= 3_000);
            characters += length;
        }
    }

    private void interactive(JsonNode element) {
        String action = element.path("action_id").asText();
        need(!action.isEmpty() && action.length() <= 255 && ids.add("action " + action));
        switch (element.path("type").asText()) {
            case "button" -> {
                plainText(element.path("text"), 75);
                need(element.path("value").asText().length() <= 2_000);
            }
            case "plain_text_input" -> need(element.path("max_length").asInt(1) <= 3_000);
            case "checkboxes" -> {
                options(element.path("options"), 10);
                if (element.has("initial_options")) {
                    options(element.path("initial_options"), 10);
                    for (JsonNode option : element.path("initial_options")) {
                        boolean known = false;
                        for (JsonNode offered : element.path("options")) {
                            known |= offered.equals(option);
                        }
                        need(known);
                    }
                }
            }
            case "static_select" -> options(element.path("options"), 100);
            default -> throw new Refused("invalid_blocks");
        }
    }

    private void options(JsonNode options, int most) {
        need(!options.isEmpty() && options.size() <= most);
        for (JsonNode option : options) {
            text(option.path("text"), 75);
            need(option.path("value").asText().length() <= 150
                    && !option.path("value").asText().isEmpty());
        }
    }

    private void text(JsonNode text, int longest) {
        boolean plain = text.path("type").asText().equals("plain_text");
        need(plain || text.path("type").asText().equals("mrkdwn"));
        need(!text.path("text").asText().isEmpty() && text.path("text").asText().length() <= longest);
        characters += text.path("text").asText().length();
    }

    private static void plainText(JsonNode text, int longest) {
        need(text.path("type").asText().equals("plain_text"));
        need(!text.path("text").asText().isBlank() && text.path("text").asText().length() <= longest);
    }

    private static void need(boolean rule) {
        if (!rule) {
            throw new Refused("invalid_blocks");
        }
    }
}
