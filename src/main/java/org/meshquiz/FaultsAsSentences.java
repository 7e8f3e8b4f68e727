package org.meshquiz;

import org.meshquiz.store.backup.BackupFault;
import org.meshquiz.store.embedded.DatabaseUnavailable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Faults that a person can mend are told in a sentence; a stack trace is for our own mistakes. */
final class FaultsAsSentences implements IExecutionExceptionHandler {
    private static final int FAULTS_FOUND = 1;
    private static final int CANNOT_START = 2;

    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
        if (fault instanceof BrokenBank) {
            line.getErr().println(fault.getMessage());
            return FAULTS_FOUND;
        }
        if (fault instanceof Config.WrongSettings
                || fault instanceof CannotStart
                || fault instanceof DatabaseUnavailable
                || fault instanceof BackupFault) {
            line.getErr().println(fault.getMessage());
        } else {
            LoggerFactory.getLogger(Main.class).error("MeshQuiz stopped on a fault of its own", fault);
        }
        return CANNOT_START;
    }
}
