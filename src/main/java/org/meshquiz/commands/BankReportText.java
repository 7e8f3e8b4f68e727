package org.meshquiz.commands;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meshquiz.ability.Placement;
import org.meshquiz.ability.TestInformation;
import org.meshquiz.bank.Coverage;
import org.meshquiz.bank.Coverage.Row;
import org.meshquiz.bank.lint.LintReport.Group;
import org.meshquiz.commands.SkillInformation.Point;
import org.meshquiz.notes.Reading;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;

/** A report on a bank for people: the faults last, where the eye falls. */
final class BankReportText {
    private static final int NAME_WIDTH = 20;
    private static final int CELL_WIDTH = 9;

    private final BankReport report;
    private final StringBuilder text = new StringBuilder();

    private BankReportText(BankReport report) {
        this.report = report;
    }

    static String write(BankReport report) {
        BankReportText text = new BankReportText(report);
        text.contents();
        text.figures();
        text.coverage();
        text.information();
        text.warnings();
        text.faults();
        return text.text.toString();
    }

    private void contents() {
        line(
                "%d authored and %d derived questions about %d skills",
                count(Origin.AUTHORED),
                count(Origin.DERIVED),
                report.reading().bank().skills().size());
        List<Reading> readings = report.reading().readings();
        int seen = readings.stream().mapToInt(Reading::seen).sum();
        int read = readings.stream().mapToInt(Reading::read).sum();
        line("%d notes, %d of %d units read (%.1f %%)", readings.size(), read, seen, percent(read, seen));
        readings.stream()
                .filter(reading -> reading.read() < reading.seen())
                .forEach(reading -> line("  %s: %d of %d", reading.file(), reading.read(), reading.seen()));
    }

    private void figures() {
        for (Group group : report.lint().groups()) {
            if (!group.measures().isEmpty()) {
                line("");
                line("%s, %d questions: share, its 95 %% interval, limit", group.name(), group.questions());
                group.measures().forEach(measure -> line("  %s%s", measure, measure.broken() ? "  <- broken" : ""));
            }
        }
    }

    private void coverage() {
        List<Row> rows = report.coverage().rows();
        if (rows.isEmpty()) {
            return;
        }
        line("");
        StringBuilder head = new StringBuilder(left("authored / planned"));
        for (Level level : Level.values()) {
            head.append(right(level.key()));
        }
        line("%s%s", head, right("all"));
        for (Row row : rows) {
            StringBuilder cells = new StringBuilder(left(row.domain() == null ? row.skill() : "  " + row.domain()));
            for (Coverage.Entry level : row.levels().values()) {
                cells.append(right(level.toString()));
            }
            line("%s%s", cells, right(row.all().toString()));
        }
    }

    private void information() {
        List<SkillInformation> skills = report.information();
        if (skills.isEmpty()) {
            return;
        }
        line("");
        line(
                "test information of the best %d questions by ability; * is thin: below %.1f no pair of levels is reached",
                Placement.MOST_QUESTIONS, TestInformation.neededForPair());
        line("%s%s", left("theta"), row(skills.get(0), point -> String.format(Locale.ROOT, "%.1f ", point.ability())));
        for (SkillInformation skill : skills) {
            line("%s%s", left(skill.skill()), row(skill, BankReportText::cell));
        }
    }

    private static String row(SkillInformation skill, Function<Point, String> cell) {
        return skill.points().stream()
                .map(point -> right(cell.apply(point)))
                .collect(Collectors.joining())
                .stripTrailing();
    }

    private static String cell(Point point) {
        return String.format(Locale.ROOT, "%.1f%s", point.information(), point.thin() ? "*" : " ");
    }

    private void warnings() {
        if (!report.reading().warnings().isEmpty()) {
            line("");
            report.reading().warnings().forEach(warning -> line("%s", warning));
        }
    }

    private void faults() {
        line("");
        report.faults().forEach(fault -> line("%s", fault));
        int number = report.faults().size();
        line(number == 0 ? "no faults" : number == 1 ? "1 fault" : number + " faults");
    }

    private long count(Origin origin) {
        return report.reading().bank().questions().stream()
                .map(Question::source)
                .filter(source -> source.origin() == origin)
                .count();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double percent(int part, int all) {
        return all == 0 ? 100 : 100.0 * part / all;
    }

    private static String left(String name) {
        return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name);
    }

    private static String right(String cell) {
        return String.format(Locale.ROOT, "%" + CELL_WIDTH + "s", cell);
    }
}
