package org.meshquiz.bank;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Level;

/**
 * How many authored questions the bank is to have.
 *
 * @param numbers planned for each cell that the plan names
 */
public record CoveragePlan(Map<Cell, Integer> numbers) {
    /** The plan of a bank that has none. */
    static final CoveragePlan NONE = new CoveragePlan(Map.of());

    /**
     * A part of the bank.
     *
     * @param domain null for all domains of the skill
     * @param level null for all levels
     */
    public record Cell(
            String skill, @Nullable String domain, @Nullable Level level) {}

    public CoveragePlan {
        numbers = Map.copyOf(numbers);
    }

    /** The number planned for a cell: the one that the plan names, or the sum over levels where it names those. */
    public OptionalInt planned(Cell cell) {
        Integer named = numbers.get(cell);
        if (named != null) {
            return OptionalInt.of(named);
        }
        if (cell.level() != null) {
            return OptionalInt.empty();
        }
        int[] byLevel = numbers.entrySet().stream()
                .filter(entry -> entry.getKey().level() != null)
                .filter(entry -> cell.equals(
                        new Cell(entry.getKey().skill(), entry.getKey().domain(), null)))
                .mapToInt(Map.Entry::getValue)
                .toArray();
        return byLevel.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Arrays.stream(byLevel).sum());
    }

    /** The skills that the plan names. */
    Set<String> skills() {
        return numbers.keySet().stream().map(Cell::skill).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The domains of a skill that the plan names. */
    Set<String> domains(String skill) {
        return numbers.keySet().stream()
                .filter(cell -> cell.skill().equals(skill))
                .flatMap(cell -> Stream.ofNullable(cell.domain()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
