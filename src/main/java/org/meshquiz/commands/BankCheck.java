package org.meshquiz.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.meshquiz.bank.BankReader;

/** Checks a bank and says all that is wrong with it, how its figures stand, and what it covers. */
public final class BankCheck {
    private final PrintStream out;

    /** How the report is written. */
    public enum Form {
        /** For people. */
        TEXT,
        /** One JSON object. */
        JSON
    }

    /** Writes to that stream, which is UTF-8. */
    public BankCheck(PrintStream out) {
        this.out = out;
    }

    /**
     * Checks the bank in a folder.
     *
     * @return the exit code: 1 when there are faults
     * @throws IOException where the folder cannot be listed
     */
    public int run(Path folder, Form form) throws IOException {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        BankReport report = BankReport.on(BankReader.read(folder), name == null ? "bank" : name.toString());
        String written = switch (form) {
            case TEXT -> BankReportText.write(report);
            case JSON -> BankReportJson.write(report) + "\n";
        };
        out.print(written);
        out.flush();
        return report.faults().isEmpty() ? 0 : 1;
    }
}
