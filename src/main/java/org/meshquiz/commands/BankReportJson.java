package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.Coverage;
import org.meshquiz.bank.Coverage.Row;
import org.meshquiz.bank.lint.LintReport.Group;
import org.meshquiz.question.Question.Origin;

/** A report on a bank for tools: one object on one line. */
final class BankReportJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BankReportJson() {}

    static String write(BankReport report) {
        ObjectNode root = JSON.createObjectNode();
        addQuestions(root.putObject("questions"), report);
        addFaults(root.putArray("faults"), report);
        ArrayNode warnings = root.putArray("warnings");
        report.reading()
                .warnings()
                .forEach(warning -> warnings.addObject()
                        .put("file", warning.file())
                        .put("line", warning.line())
                        .put("what", warning.what()));
        ArrayNode notes = root.putArray("notes");
        report.reading()
                .readings()
                .forEach(reading -> notes.addObject()
                        .put("file", reading.file())
                        .put("seen", reading.seen())
                        .put("read", reading.read()));
        addFigures(root.putArray("figures"), report);
        addCoverage(root.putArray("coverage"), report);
        addInformation(root.putArray("information"), report);
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addQuestions(ObjectNode counts, BankReport report) {
        for (Origin origin : Origin.values()) {
            long number = report.reading().bank().questions().stream()
                    .filter(question -> question.source().origin() == origin)
                    .count();
            counts.put(lower(origin), number);
        }
    }

    private static void addFaults(ArrayNode faults, BankReport report) {
        report.faults()
                .forEach(fault -> faults.addObject()
                        .put("file", fault.file())
                        .put("line", fault.line())
                        .put("what", fault.what())
                        .put("remedy", fault.remedy()));
    }

    private static void addFigures(ArrayNode figures, BankReport report) {
        for (Group group : report.lint().groups()) {
            group.measures()
                    .forEach(measure -> figures.addObject()
                            .put("origin", lower(group.origin()))
                            .put("language", group.language().getLanguage())
                            .put("check", measure.check())
                            .put("value", measure.value())
                            .put("low", measure.interval().low())
                            .put("high", measure.interval().high())
                            .put("limit", measure.limit())
                            .put("broken", measure.broken()));
        }
    }

    private static void addCoverage(ArrayNode coverage, BankReport report) {
        for (Row row : report.coverage().rows()) {
            row.levels().forEach((level, entry) -> addCell(coverage, row, level.key(), entry));
            addCell(coverage, row, null, row.all());
        }
    }

    private static void addInformation(ArrayNode information, BankReport report) {
        for (SkillInformation skill : report.information()) {
            skill.points()
                    .forEach(point -> information
                            .addObject()
                            .put("skill", skill.skill())
                            .put("theta", point.ability())
                            .put("information", point.information())
                            .put("thin", point.thin()));
        }
    }

    private static void addCell(ArrayNode coverage, Row row, @Nullable String level, Coverage.Entry entry) {
        ObjectNode cell = coverage.addObject()
                .put("skill", row.skill())
                .put("domain", row.domain())
                .put("level", level)
                .put("present", entry.present());
        if (entry.planned().isPresent()) {
            cell.put("planned", entry.planned().getAsInt());
        } else {
            cell.putNull("planned");
        }
    }

    private static String lower(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }
}
