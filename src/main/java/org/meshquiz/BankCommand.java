package org.meshquiz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meshquiz.commands.BankCheck;
import org.meshquiz.commands.BankExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bank check}, {@code bank export} and {@code bank derive}: for those who write notes and questions. */
@Command(
        name = "bank",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false,
        description = "Checks and prints the question bank.")
final class BankCommand {
    private static final String WHERE = "Folder of a bank or of a bare vault; without it, the bank inside the program.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists every fault and the figures of the bank; ends with 1 when there are faults.")
    int check(
            @Option(names = "--questions", paramLabel = "DIR", description = WHERE) @Nullable Path questions,
            @Option(names = "--json", description = "For machines.") boolean json) {
        BankCheck check = new BankCheck(out());
        return BankSource.read(
                questions, folder -> check.run(folder, json ? BankCheck.Form.JSON : BankCheck.Form.TEXT));
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the whole bank, one question a line.")
    int export(
            @Option(names = "--questions", paramLabel = "DIR", description = WHERE) @Nullable Path questions,
            @Option(names = "--json", description = "As JSON lines (the only form, and the default).") boolean json) {
        return BankSource.read(questions, folder -> new BankExport(out(), System.err).bank(folder));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints the questions derived from a vault of notes, one a line.")
    int derive(@Option(names = "--notes", paramLabel = "DIR", required = true, description = "The vault.") Path notes) {
        try {
            return new BankExport(out(), System.err).derived(notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Results are UTF-8 wherever they go. */
    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}
