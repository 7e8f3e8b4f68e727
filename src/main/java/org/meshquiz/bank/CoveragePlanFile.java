package org.meshquiz.bank;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.CoveragePlan.Cell;
import org.meshquiz.question.Level;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads {@code coverage.yaml}: skill, then domain or {@code all}, then level or {@code all}, then a number. */
final class CoveragePlanFile {
    private static final String ALL = "all";
    private static final List<String> LEVELS = Stream.concat(
                    Arrays.stream(Level.values()).map(Level::key), Stream.of(ALL))
            .toList();
    private static final int LARGEST_DIGITS = 5;

    private final Faults faults;
    private final Map<Cell, Integer> numbers = new HashMap<>();

    private CoveragePlanFile(Faults faults) {
        this.faults = faults;
    }

    /** The plan in the file; what is wrong in it is left out and told. */
    static CoveragePlan read(Path file, Faults faults) {
        CoveragePlanFile plan = new CoveragePlanFile(faults);
        QuestionFileText.read(file, faults)
                .flatMap(text -> YamlTree.read(text, faults))
                .ifPresent(root -> plan.entries(root, plan::skill));
        return new CoveragePlan(plan.numbers);
    }

    private void skill(Fields.Value skill, Node domains) {
        entries(
                domains,
                (domain, levels) -> entries(levels, (level, number) -> {
                    @Nullable String inDomain = domain.text().equals(ALL) ? null : domain.text();
                    if (!LEVELS.contains(level.text())) {
                        String what = "'" + Fields.shortened(level.text()) + "' is no level";
                        faults.add(level.line(), what, Fields.nearest(level.text(), LEVELS));
                    } else {
                        number(
                                new Cell(
                                        skill.text(),
                                        inDomain,
                                        Level.named(level.text()).orElse(null)),
                                number);
                    }
                }));
    }

    private void number(Cell cell, Node number) {
        String digits = Fields.plain(number).map(Fields.Value::text).orElse("");
        if (digits.isEmpty()
                || digits.length() > LARGEST_DIGITS
                || !digits.chars().allMatch(d -> d >= '0' && d <= '9')) {
            faults.add(YamlTree.line(number), "this is no number of questions", "write how many are planned");
        } else if (numbers.put(cell, Integer.parseInt(digits)) != null) {
            faults.add(YamlTree.line(number), "this number is planned a second time", "keep one of them");
        }
    }

    private void entries(Node node, BiConsumer<Fields.Value, Node> each) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(YamlTree.line(node), "this is not a group of keys", "write 'key: value'");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            Fields.plain(entry.getKeyNode())
                    .ifPresentOrElse(
                            key -> each.accept(key, entry.getValueNode()),
                            () -> faults.add(
                                    YamlTree.line(entry.getKeyNode()), "this key is no word", "write a plain word"));
        }
    }
}
