package org.meshquiz.web.pages;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.meshquiz.quiz.dashboard.PersonPage;
import org.meshquiz.quiz.dashboard.QuestionsPage;
import org.meshquiz.quiz.dashboard.TeamPage;

/** The figures of pages for spreadsheets. No cell begins like a formula. */
final class Csv {
    private Csv() {}

    static String of(PersonPage page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("skill", "level", "answers", "domain", "right", "asked"));
        for (PersonPage.Panel panel : page.skills()) {
            for (PersonPage.Domain domain : panel.domains()) {
                rows.add(List.of(
                        panel.name(),
                        panel.level(),
                        String.valueOf(panel.answers()),
                        domain.name(),
                        String.valueOf(domain.right()),
                        String.valueOf(domain.asked())));
            }
        }
        return write(rows);
    }

    static String of(TeamPage page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("skill", "known", "junior", "middle", "senior", "expert", "can_cover"));
        for (TeamPage.Row row : page.skills()) {
            List<String> cells = new ArrayList<>(List.of(row.name(), row.told() ? String.valueOf(row.known()) : "<5"));
            row.ofLevel().forEach(count -> cells.add(row.told() ? String.valueOf(count) : ""));
            cells.add(row.told() ? String.valueOf(row.canCover()) : "");
            rows.add(cells);
        }
        return write(rows);
    }

    static String of(QuestionsPage page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "question",
                "level",
                "suggested",
                "answers",
                "right",
                "right_by_level",
                "discrimination",
                "common_error",
                "reports",
                "needs_review",
                "out_of_measuring"));
        for (QuestionsPage.Row row : page.questions()) {
            rows.add(List.of(
                    row.id(),
                    row.level(),
                    row.suggested() == null ? "" : row.suggested(),
                    String.valueOf(row.asked()),
                    row.right() == null ? "" : String.valueOf(row.right()),
                    String.join(" / ", row.ofLevel()),
                    row.discrimination() == null ? "" : String.valueOf(row.discrimination()),
                    row.error() == null ? "" : row.error(),
                    String.join("; ", row.reports()),
                    String.valueOf(row.needsReview()),
                    String.valueOf(row.doubted())));
        }
        return write(rows);
    }

    private static String write(List<List<String>> rows) {
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(Csv::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** A spreadsheet would compute what begins like a formula. */
    private static String harmless(String cell) {
        boolean number = cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?");
        return !number && cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
