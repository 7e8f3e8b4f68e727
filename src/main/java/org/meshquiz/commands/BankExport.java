package org.meshquiz.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.meshquiz.bank.BankReader;
import org.meshquiz.bank.BankReading;
import org.meshquiz.bank.QuestionJson;

/** Writes questions as JSON, one a line, ordered by id. */
public final class BankExport {
    private final PrintStream out;
    private final PrintStream faults;

    /**
     * Writes to these streams, which are UTF-8.
     *
     * @param out for the questions alone
     * @param faults for what is wrong with the questions that are left out
     */
    public BankExport(PrintStream out, PrintStream faults) {
        this.out = out;
        this.faults = faults;
    }

    /**
     * Writes the bank in a folder: authored and derived questions.
     *
     * @return the exit code: 1 when faults kept something out
     * @throws IOException where the folder cannot be listed
     */
    public int bank(Path folder) throws IOException {
        return write(BankReader.read(folder));
    }

    /**
     * Writes the questions that the notes in a folder give by themselves.
     *
     * @return the exit code: 1 when faults kept something out
     * @throws IOException where the folder cannot be listed
     */
    public int derived(Path notes) throws IOException {
        return write(BankReader.readVault(notes));
    }

    private int write(BankReading reading) {
        reading.bank()
                .questions()
                .forEach(question -> out.print(QuestionJson.writeExported(
                                question,
                                reading.bank().heading(question.source().note()))
                        + "\n"));
        reading.faults().forEach(faults::println);
        out.flush();
        return reading.faults().isEmpty() ? 0 : 1;
    }
}
