package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFaultTest {
    /** The lines are PostgreSQL 18's own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23 04:01:13 UTC [9] FATAL:  lock file \"postmaster.pid\" already exists"
                        + "| lock file \"postmaster.pid\" already exists",
                "initdb: error: could not create directory \"/x\": Read-only file system"
                        + "| could not create directory \"/x\": Read-only file system",
                "setpriv: setresuid failed: Operation not permitted | setpriv: setresuid failed: Operation not permitted",
                "initdb: error while loading shared libraries: libxml2.so.2: cannot open shared object file"
                        + "| initdb: error while loading shared libraries: libxml2.so.2: cannot open shared object file",
                "2026-11-23 04:01:13 UTC [9] LOG:  database system is shut down | ''",
            })
    void theFaultIsTakenOutOfTheLogWithoutItsTimeStamp(String said, String fault) {
        assertThat(ServerFault.firstIn("\n" + said + "\n\n")).isEqualTo(fault);
    }
}
