package org.meshquiz;

import java.util.List;
import java.util.stream.Collectors;
import org.meshquiz.bank.Fault;

/** The bank has faults, so the program does not start with it. The message lists them all, one a line. */
final class BrokenBank extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenBank(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
    }
}
