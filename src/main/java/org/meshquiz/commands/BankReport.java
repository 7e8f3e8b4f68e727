package org.meshquiz.commands;

import java.util.ArrayList;
import java.util.List;
import org.meshquiz.bank.BankReading;
import org.meshquiz.bank.BankReading.Place;
import org.meshquiz.bank.Coverage;
import org.meshquiz.bank.Fault;
import org.meshquiz.bank.lint.Complaint;
import org.meshquiz.bank.lint.Lint;
import org.meshquiz.bank.lint.LintReport;
import org.meshquiz.bank.lint.Measure;

/**
 * All that a check of a bank says.
 *
 * @param reading what the folder gave
 * @param lint the figures
 * @param coverage what there is beside what is planned
 * @param information how well each skill can be measured
 * @param faults of the files, of single questions and of the figures, in reading order
 */
record BankReport(
        BankReading reading,
        LintReport lint,
        Coverage coverage,
        List<SkillInformation> information,
        List<Fault> faults) {
    BankReport {
        information = List.copyOf(information);
        faults = List.copyOf(faults);
    }

    /**
     * Judges a bank that was read.
     *
     * @param name what faults of the bank as a whole call it
     */
    static BankReport on(BankReading reading, String name) {
        LintReport lint = Lint.over(reading.bank().questions());
        List<Fault> faults = new ArrayList<>(reading.faults());
        lint.complaints().forEach(complaint -> faults.add(fault(complaint, reading, name)));
        lint.groups()
                .forEach(group -> group.measures().stream()
                        .filter(Measure::broken)
                        .forEach(measure ->
                                faults.add(new Fault(name, 1, group.name() + ", " + measure, measure.remedy()))));
        Coverage coverage = Coverage.of(reading.bank().questions(), reading.plan());
        List<SkillInformation> information = SkillInformation.of(reading.bank());
        return new BankReport(
                reading, lint, coverage, information, faults.stream().sorted().toList());
    }

    private static Fault fault(Complaint complaint, BankReading reading, String name) {
        Place place = reading.places().getOrDefault(complaint.id().value(), new Place(name, 1));
        return new Fault(
                place.file(), place.line(), "'" + complaint.id() + "' " + complaint.what(), complaint.remedy());
    }
}
