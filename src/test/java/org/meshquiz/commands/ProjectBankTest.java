package org.meshquiz.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meshquiz.bank.BankReader;

/** The bank that comes with the program. */
class ProjectBankTest {
    private static BankReport report;

    @BeforeAll
    static void readOnce() throws IOException {
        report = BankReport.on(BankReader.read(Path.of("questions")), "questions");
    }

    @Test
    void theBankOfTheProjectHasNoFaults() {
        assertThat(report.faults()).isEmpty();
        assertThat(report.reading().bank().questions()).isNotEmpty();
    }

    @Test
    void everyUnitOfItsNotesIsRead() {
        assertThat(report.reading().readings())
                .isNotEmpty()
                .allSatisfy(
                        reading -> assertThat(reading.read()).as(reading.file()).isEqualTo(reading.seen()));
    }
}
