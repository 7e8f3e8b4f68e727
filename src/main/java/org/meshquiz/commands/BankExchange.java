package org.meshquiz.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.meshquiz.bank.BankReader;
import org.meshquiz.bank.BankReading;
import org.meshquiz.bank.Fault;
import org.meshquiz.bank.QuestionYaml;
import org.meshquiz.bank.exchange.Format;
import org.meshquiz.bank.exchange.Imported;
import org.meshquiz.question.Localized;

/** Carries authored questions to other tools and back. */
public final class BankExchange {
    private final PrintStream out;
    private final PrintStream faults;

    /**
     * Writes to these streams, which are UTF-8.
     *
     * @param out for results
     * @param faults for what could not be carried over
     */
    public BankExchange(PrintStream out, PrintStream faults) {
        this.out = out;
        this.faults = faults;
    }

    /**
     * Writes the authored questions of a bank in one language.
     *
     * @return the exit code: 1 when faults kept something out
     * @throws IOException where the folder cannot be listed
     */
    public int write(Path folder, Format format, Locale language) throws IOException {
        BankReading reading = BankReader.read(folder);
        out.print(format.write(reading.bank().questions(), language));
        out.flush();
        reading.faults().forEach(faults::println);
        return reading.faults().isEmpty() ? 0 : 1;
    }

    /**
     * Makes question files of an English and a Russian file of another tool, in a folder that lacks them; prints their
     * names. Nothing is written when anything is wrong.
     *
     * @return the exit code: 1 when there are faults
     * @throws IOException where a file cannot be read or written
     */
    public int read(Format format, Path english, Path russian, Path folder) throws IOException {
        Imported both = Imported.inBothLanguages(
                read(format, english, Localized.ENGLISH), read(format, russian, Localized.RUSSIAN));
        both.faults().stream().map(Fault::toString).forEach(faults::println);
        if (!both.faults().isEmpty()) {
            return 1;
        }
        for (Map.Entry<String, String> file :
                QuestionYaml.write(both.questions()).entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(
                    folder.resolve(file.getKey()).toAbsolutePath().getParent());
            try {
                Files.writeString(target, file.getValue(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                faults.println(target + ":1: the file is already there; import into an empty folder and compare");
                return 1;
            }
            out.println(target);
        }
        return 0;
    }

    private static Imported read(Format format, Path file, Locale language) throws IOException {
        return format.read(Files.readString(file), file.toString(), language);
    }
}
