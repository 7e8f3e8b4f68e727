package org.meshquiz.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.CoveragePlan.Cell;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;

/**
 * How many authored questions there are beside how many are planned, by skill, domain and level.
 *
 * @param rows by skill; for each skill one row over all domains, then one a domain
 */
public record Coverage(List<Row> rows) {

    /**
     * A line of the table.
     *
     * @param domain null for all domains of the skill
     * @param levels each level's entry, lowest first
     * @param all over all levels
     */
    public record Row(String skill, @Nullable String domain, Map<Level, Entry> levels, Entry all) {
        public Row {
            levels = Collections.unmodifiableMap(new EnumMap<>(levels));
        }
    }

    /**
     * A cell of the table.
     *
     * @param planned empty where the plan does not say
     */
    public record Entry(int present, OptionalInt planned) {
        /** {@code 5/6}, or {@code 5} without a plan. */
        @Override
        public String toString() {
            return planned.isPresent() ? present + "/" + planned.getAsInt() : String.valueOf(present);
        }
    }

    public Coverage {
        rows = List.copyOf(rows);
    }

    /** Counts the authored questions against a plan. */
    public static Coverage of(Collection<Question> questions, CoveragePlan plan) {
        List<Question> authored = questions.stream()
                .filter(question -> question.source().origin() == Origin.AUTHORED)
                .toList();
        Set<String> skills = new TreeSet<>(plan.skills());
        authored.forEach(question -> skills.add(question.topic().skill()));
        List<Row> rows = new ArrayList<>();
        for (String skill : skills) {
            Set<String> domains = new TreeSet<>(plan.domains(skill));
            authored.stream()
                    .filter(question -> question.topic().skill().equals(skill))
                    .forEach(question -> domains.add(question.topic().domain()));
            rows.add(row(skill, null, authored, plan));
            domains.forEach(domain -> rows.add(row(skill, domain, authored, plan)));
        }
        return new Coverage(rows);
    }

    private static Row row(String skill, @Nullable String domain, List<Question> authored, CoveragePlan plan) {
        Map<Level, Entry> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(level, entry(new Cell(skill, domain, level), authored, plan));
        }
        return new Row(skill, domain, levels, entry(new Cell(skill, domain, null), authored, plan));
    }

    private static Entry entry(Cell cell, List<Question> authored, CoveragePlan plan) {
        long present = authored.stream()
                .map(Question::topic)
                .filter(topic -> topic.skill().equals(cell.skill()))
                .filter(topic -> cell.domain() == null || Objects.equals(topic.domain(), cell.domain()))
                .filter(topic -> cell.level() == null || topic.level() == cell.level())
                .count();
        return new Entry((int) present, plan.planned(cell));
    }
}
