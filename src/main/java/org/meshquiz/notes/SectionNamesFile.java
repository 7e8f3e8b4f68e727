package org.meshquiz.notes;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.meshquiz.question.Level;
import org.meshquiz.question.Section;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code sections.yaml} into {@link SectionNames}; all its faults are told at once, each with its line. */
final class SectionNamesFile {
    private final SectionNames names;
    private final String file;
    private final List<String> faults = new ArrayList<>();

    SectionNamesFile(SectionNames names, String file) {
        this.names = names;
        this.file = file;
    }

    void read(InputStream in) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Optional<Node> root = new Compose(settings).composeInputStream(in);
            root.ifPresent(node -> entries(node, this::part));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ": this is not YAML: " + e.getMessage() + "; mend it", e);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    private void part(ScalarNode key, Node value) {
        switch (key.getValue()) {
            case "sections" -> entries(value, this::section);
            case "containers" -> words(value, word -> names.add(word, new SectionNames.Heading.Container()));
            case "cards" -> words(value, word -> names.add(word, new SectionNames.Heading.Cards()));
            case "columns" -> entries(value, this::column);
            case "levels" -> entries(value, this::level);
            default -> unknown(key, List.of("sections", "containers", "cards", "columns", "levels"));
        }
    }

    private void section(ScalarNode key, Node value) {
        Section.withKey(key.getValue())
                .ifPresentOrElse(
                        section -> words(value, word -> names.add(word, new SectionNames.Heading.Shared(section))),
                        () -> unknown(
                                key,
                                Arrays.stream(Section.values())
                                        .map(Section::key)
                                        .toList()));
    }

    private void column(ScalarNode key, Node value) {
        Arrays.stream(Column.values())
                .filter(column -> column.key().equals(key.getValue()))
                .findFirst()
                .ifPresentOrElse(
                        column -> words(value, word -> names.add(word, column)),
                        () -> unknown(
                                key,
                                Arrays.stream(Column.values()).map(Column::key).toList()));
    }

    private void level(ScalarNode key, Node value) {
        Level.named(key.getValue())
                .ifPresentOrElse(
                        level -> words(value, word -> names.add(word, level)),
                        () -> unknown(
                                key,
                                Arrays.stream(Level.values()).map(Level::key).toList()));
    }

    private void entries(Node node, BiConsumer<ScalarNode, Node> each) {
        if (!(node instanceof MappingNode mapping)) {
            fault(node, "this is not a group of keys; write 'key: [word, word]'");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                each.accept(key, entry.getValueNode());
            } else {
                fault(entry.getKeyNode(), "a key is a plain word; write one");
            }
        }
    }

    private void words(Node node, Consumer<String> each) {
        if (!(node instanceof SequenceNode list)) {
            fault(node, "this is not a list of words; write '[word, word]'");
            return;
        }
        for (Node item : list.getValue()) {
            if (item instanceof ScalarNode word
                    && !Synonyms.plain(word.getValue()).isEmpty()) {
                each.accept(word.getValue());
            } else {
                fault(item, "this is not a word; write one with letters, in quotes where it has a colon");
            }
        }
    }

    private void unknown(ScalarNode key, List<String> known) {
        fault(key, "'" + key.getValue() + "' is unknown; use one of " + String.join(", ", known));
    }

    private void fault(Node node, String what) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        faults.add(file + ":" + line + ": " + what);
    }
}
