package org.meshquiz;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Without a command it serves. Exit codes: 0 fine, 1 faults found, 2 wrong use or cannot start. */
@Command(
        name = "meshquiz",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Skill notes become spaced-repetition quizzes in chat, and honest level estimates.",
        subcommands = {
            Serve.class,
            Migrate.class,
            Move.class,
            Export.class,
            Import.class,
            BankCommand.class,
            MemoryCommand.class,
            AbilityCommand.class,
            SlackCommand.class
        })
public final class Main implements Callable<Integer> {
    private final Serve serve = new Serve();

    /** Starts the program and ends the JVM with the command's exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.getCommandSpec().usageMessage().footer("", "Settings (environment variables):", Setting.help());
        line.setExecutionExceptionHandler(new FaultsAsSentences());
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        return serve.call();
    }
}
