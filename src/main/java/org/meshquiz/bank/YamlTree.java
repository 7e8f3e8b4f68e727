package org.meshquiz.bank;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML text to a tree whose nodes know their lines. Nothing in the text can name a Java class or grow by itself. */
final class YamlTree {
    /** A question file needs seven. */
    private static final int DEEPEST = 12;

    private static final int MOST_ALIASES = 50;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setMaxAliasesForCollections(MOST_ALIASES).build();

    private YamlTree() {}

    /** The tree of the one document in the text; where it is none, the fault says why and nothing comes back. */
    static Optional<Node> read(String text, Faults faults) {
        try {
            // The composer calls itself for each level of nesting, the parser does not: look before you build.
            if (!isTame(text, faults)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                faults.add(1, "the file is empty", "write skill, domain, note, version and questions, or delete it");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            faults.add(
                    e.getProblemMark().map(YamlTree::line).orElse(1),
                    "this is not YAML: " + oneLine(e.getProblem()),
                    "mend the line; indent with blanks, and put text with ': ' or a backtick in front in quotes");
        } catch (YamlEngineException e) {
            faults.add(1, "this is not YAML: " + oneLine(String.valueOf(e.getMessage())), "mend the file");
        }
        return Optional.empty();
    }

    /** The line that a node starts on, from 1. */
    static int line(Node node) {
        return node.getStartMark().map(YamlTree::line).orElse(1);
    }

    private static boolean isTame(String text, Faults faults) {
        int depth = 0;
        int aliases = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof AliasEvent) {
                aliases++;
            }
            int line = event.getStartMark().map(YamlTree::line).orElse(1);
            if (depth > DEEPEST) {
                faults.add(line, "lists and keys are nested more than " + DEEPEST + " deep", "flatten them");
                return false;
            }
            if (aliases > MOST_ALIASES) {
                faults.add(line, "there are more than " + MOST_ALIASES + " aliases (*name)", "write the texts out");
                return false;
            }
        }
        return true;
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
