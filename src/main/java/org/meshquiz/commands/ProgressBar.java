package org.meshquiz.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.function.DoubleConsumer;

/** A bar that grows with the share of work done, drawn over itself on a terminal. Not safe for several threads. */
public final class ProgressBar implements DoubleConsumer {
    private static final int WIDTH = 40;

    private final PrintStream terminal;
    private int shown = -1;

    public ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** A bar on standard error if a person looks at it, else one that shows nothing. */
    public static DoubleConsumer onStandardError() {
        return isTerminal() ? new ProgressBar(System.err) : share -> {};
    }

    /** Draws the bar anew if another per cent is done; the full one ends its line. */
    @Override
    public void accept(double share) {
        int percent = (int) (100 * share);
        if (percent == shown) {
            return;
        }
        shown = percent;
        int filled = WIDTH * percent / 100;
        terminal.printf("\r[%s%s] %3d %%", "#".repeat(filled), " ".repeat(WIDTH - filled), percent);
        if (percent == 100) {
            terminal.println();
        }
        terminal.flush();
    }

    /** Java itself cannot tell for standard error alone, so the shell's own test is asked; without one no bar shows. */
    private static boolean isTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
