package org.meshquiz.bank;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The keys of one mapping of a question file. Unknown, doubled and missing keys become faults. */
final class Fields {
    private static final int LONGEST_QUOTED = 40;

    private final Shape shape;
    private final int line;
    private final Map<String, Node> values;
    private final Faults faults;

    /**
     * What a mapping is and which keys it may have.
     *
     * @param name as a fault calls it: {@code an option}
     */
    record Shape(String name, List<String> keys) {}

    /**
     * A plain value.
     *
     * @param text without blanks around it
     * @param line where it stands, from 1
     */
    record Value(String text, int line) {}

    /**
     * A value whose lines are shown as they are.
     *
     * @param text without blank lines at its end
     * @param line where it stands, from 1
     */
    record Block(String text, int line) {}

    private Fields(Shape shape, int line, Map<String, Node> values, Faults faults) {
        this.shape = shape;
        this.line = line;
        this.values = values;
        this.faults = faults;
    }

    /** The keys of the node; a fault and nothing where it is no mapping. */
    static Optional<Fields> of(Node node, Shape shape, Faults faults) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(
                    YamlTree.line(node),
                    shape.name() + " is expected here",
                    "write its keys: " + String.join(", ", shape.keys()));
            return Optional.empty();
        }
        Map<String, Node> values = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            int line = YamlTree.line(entry.getKeyNode());
            if (!shape.keys().contains(key)) {
                faults.add(line, shape.name() + " has no key '" + shortened(key) + "'", nearest(key, shape.keys()));
            } else if (!seen.add(key)) {
                faults.add(line, "the key '" + key + "' stands here a second time", "keep one of them");
            } else if (!isNull(entry.getValueNode())) {
                values.put(key, entry.getValueNode());
            }
        }
        return Optional.of(new Fields(shape, YamlTree.line(node), values, faults));
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Where a key's value starts; the line of the mapping itself where the key is missing. */
    int line(String key) {
        return Optional.ofNullable(values.get(key)).map(YamlTree::line).orElse(line);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that has to be there. */
    Optional<Node> needed(String key) {
        Optional<Node> value = node(key);
        if (value.isEmpty()) {
            faults.add(line, shape.name() + " has no '" + key + "'", "add it");
        }
        return value;
    }

    /** A key's plain text, if there is one; a fault where it is a list, keys, or blank. */
    Optional<Value> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    /** The plain text of a key that has to be there. */
    Optional<Value> neededText(String key) {
        return needed(key).flatMap(node -> text(key, node));
    }

    /** The lines under a key, if there are any, indentation kept. */
    Optional<Block> block(String key) {
        return text(key).flatMap(value -> node(key)).map(node -> {
            String lines = ((ScalarNode) node).getValue().stripTrailing();
            return new Block(lines, YamlTree.line(node));
        });
    }

    /** The items of a list, if there is one; a fault where the value is something else. */
    Optional<List<Node>> items(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof SequenceNode list) {
                return Optional.of(list.getValue());
            }
            faults.add(YamlTree.line(node), "'" + key + "' is not a list", "start each item with '- '");
            return Optional.empty();
        });
    }

    /** Reports keys that have no business here. */
    void refuse(String key, String why, String remedy) {
        if (has(key)) {
            faults.add(line(key), "'" + key + "' " + why, remedy);
        }
    }

    private Optional<Value> text(String key, Node node) {
        Optional<Value> value = plain(node);
        if (value.isEmpty()) {
            faults.add(
                    YamlTree.line(node), "'" + key + "' is blank or no plain text", "write one, in quotes if need be");
        }
        return value;
    }

    /** The text of a node that is neither list nor mapping and not blank. */
    static Optional<Value> plain(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? Optional.of(new Value(scalar.getValue().strip(), YamlTree.line(node)))
                : Optional.empty();
    }

    /** The text, cut to what a message can carry. */
    static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST_QUOTED ? line.substring(0, LONGEST_QUOTED) + "…" : line;
    }

    /** A remedy that names the likeliest of the allowed words, or all of them. */
    static String nearest(String word, List<String> allowed) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String cut = shortened(word);
        String best = allowed.stream()
                .min(Comparator.comparingInt(candidate -> distance.apply(cut, candidate)))
                .orElseThrow();
        boolean close = distance.apply(cut, best) <= Math.max(1, best.length() / 3);
        return close ? "did you mean '" + best + "'?" : "use one of " + String.join(", ", allowed);
    }

    private static boolean isNull(Node node) {
        return Tag.NULL.equals(node.getTag());
    }
}
