package org.meshquiz;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.exchange.Format;
import org.meshquiz.commands.BankCheck;
import org.meshquiz.commands.BankExchange;
import org.meshquiz.commands.BankExport;
import org.meshquiz.question.Localized;
import org.meshquiz.quiz.BankStats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bank check}, {@code bank export}, {@code bank import} and {@code bank derive}: for those who write notes and questions. */
@Command(
        name = "bank",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false,
        description = "Checks and prints the question bank.")
final class BankCommand {
    /** A language as the command line names it. */
    enum Language {
        EN(Localized.ENGLISH),
        RU(Localized.RUSSIAN);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }
    }

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

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints the whole bank, one question a line; or its authored questions for another tool.")
    int export(
            @Option(names = "--questions", paramLabel = "DIR", description = WHERE) @Nullable Path questions,
            @Option(names = "--json", description = "As JSON lines (the default).") boolean json,
            @Option(
                            names = "--format",
                            paramLabel = "TOOL",
                            description = "For another tool: ${COMPLETION-CANDIDATES}.")
                    @Nullable
                    Format format,
            @Option(
                            names = "--language",
                            paramLabel = "en|ru",
                            defaultValue = "en",
                            description = "Of a file for another tool, which has one (default: en).")
                    Language language) {
        if (format == null || json) {
            return BankSource.read(questions, folder -> new BankExport(buffered(), System.err).bank(folder));
        }
        return BankSource.read(
                questions, folder -> new BankExchange(out(), System.err).write(folder, format, language.locale));
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Makes question files of another tool's files, an English and a Russian one.")
    int read(
            @Option(
                            names = "--format",
                            paramLabel = "TOOL",
                            required = true,
                            description = "The tool: ${COMPLETION-CANDIDATES}.")
                    Format format,
            @Option(names = "--en", paramLabel = "FILE", required = true, description = "The English file.")
                    Path english,
            @Option(names = "--ru", paramLabel = "FILE", required = true, description = "The Russian file.")
                    Path russian,
            @Option(names = "--to", paramLabel = "DIR", required = true, description = "A folder without these files.")
                    Path folder) {
        try {
            return new BankExchange(out(), System.err).read(format, english, russian, folder);
        } catch (NoSuchFileException | CharacterCodingException e) {
            throw new CannotStart("A file cannot be read (" + e + "); name a UTF-8 text file that is there", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints the questions derived from a vault of notes, one a line.")
    int derive(@Option(names = "--notes", paramLabel = "DIR", required = true, description = "The vault.") Path notes) {
        try {
            return new BankExport(buffered(), System.err).derived(notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Prints how the questions in the database fare: counts, shares of right first answers, what to look at.")
    int stats(@Option(names = "--json", description = "For machines.") boolean json) {
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        BankStats stats = Databases.with(config, BankStats::of);
        BankStatsReport report = new BankStatsReport(out());
        if (json) {
            report.json(stats);
        } else {
            report.text(stats);
        }
        return 0;
    }

    /** Results are UTF-8 wherever they go. */
    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /** For much output: it arrives when it is flushed. */
    private static PrintStream buffered() {
        return new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    }
}
