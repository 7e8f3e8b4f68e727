package org.meshquiz.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.meshquiz.bank.BankReader;

/** The bank that comes with the program. */
class ProjectBankTest {
    private static final Path QUESTIONS = Path.of("questions");

    @Test
    void theBankOfTheProjectHasNoFaults() throws IOException {
        BankReport report = BankReport.on(BankReader.read(QUESTIONS), "questions");

        assertThat(report.faults()).isEmpty();
        assertThat(report.reading().bank().questions()).isNotEmpty();
    }

    @Test
    void everyUnitOfItsNotesIsRead() throws IOException {
        assertThat(BankReader.read(QUESTIONS).readings())
                .isNotEmpty()
                .allSatisfy(
                        reading -> assertThat(reading.read()).as(reading.file()).isEqualTo(reading.seen()));
    }
}
