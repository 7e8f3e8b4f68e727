package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.bank.BankReader;
import org.meshquiz.bank.BankReading;
import org.meshquiz.bank.Fault;
import org.meshquiz.question.Localized;
import org.meshquiz.quiz.BankHistory;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.store.Database;
import org.meshquiz.store.Questions.Known;
import org.meshquiz.store.TestDatabase;

/** Authors edit while people answer. */
class BankReloadTest {
    private static final String ID = "istio-port";

    @TempDir
    Path folder;

    private Database database;
    private Catalog catalog;
    private BankReload reload;

    @BeforeEach
    void start() throws IOException {
        database = TestDatabase.migrated();
        write("notes/en/Istio.md", "# Description\n\nIstio is a service mesh.\n\n# Terms\n\n- **Port**: a number\n");
        write("istio/ports.yaml", question("Which port?"));
        BankHistory history = new BankHistory(database, () -> Instant.parse("2026-11-23T09:00:00Z"));
        BankReading first = BankReader.read(folder);
        assertThat(first.faults()).isEmpty();
        catalog = new Catalog(history.record(first.bank()));
        reload = new BankReload(folder, BankReload.look(folder), history, catalog);
    }

    @AfterEach
    void stop() {
        reload.close();
        database.close();
    }

    @Test
    void aChangedQuestionIsServedAsItsNextVersion() throws IOException {
        write("istio/ports.yaml", question("Which port is it?"));
        settle();

        assertThat(asked()).isEqualTo("Which port is it?");
        assertThat(stored().version()).isEqualTo(2);
    }

    @Test
    void whoWasAskedTheOldTextStillSeesTheOldText() throws IOException {
        write("istio/ports.yaml", question("Which port is it?"));
        settle();

        String put =
                database.write(tx -> catalog.asPut(tx, ID, 1).prompt().ask().in(Localized.ENGLISH));

        assertThat(put).isEqualTo("Which port?");
    }

    @Test
    void aBrokenBankLeavesTheOldOneServingUntilItIsMended() throws IOException {
        write("istio/ports.yaml", question("Which port is it?").replace("level: junior", "level: wizard"));
        settle();

        assertThat(asked()).isEqualTo("Which port?");
        assertThat(reload.faults())
                .extracting(Fault::toString)
                .singleElement()
                .asString()
                .contains("istio/ports.yaml:7: ");

        write("istio/ports.yaml", question("Which port is it?"));
        settle();

        assertThat(reload.faults()).isEmpty();
        assertThat(asked()).isEqualTo("Which port is it?");
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
        write("istio/ports.yaml", question("Which port is it?"));
        reload.tick();
        write("istio/ports.yaml", question("Which port is it, after all?"));
        reload.tick();
        assertThat(asked()).isEqualTo("Which port?");

        reload.tick();

        assertThat(asked()).isEqualTo("Which port is it, after all?");
    }

    @Test
    void aChangedNoteSectionAsksForAReviewOfItsQuestionsWhichStillServe() throws IOException {
        write(
                "notes/en/Istio.md",
                "# Description\n\nIstio is a service mesh.\n\n# Terms\n\n- **Port**: an odd number\n");
        settle();

        assertThat(catalog.bank().question(ID)).isPresent();
        assertThat(stored().needsReview()).isTrue();
        assertThat(stored().version()).isEqualTo(1);
    }

    @Test
    void aRemovedQuestionIsRetiredAndTheSameOneWhenItsIdComesBack() throws IOException {
        Files.delete(folder.resolve("istio/ports.yaml"));
        settle();
        assertThat(catalog.bank().question(ID)).isEmpty();
        assertThat(stored().retired()).isTrue();

        write("istio/ports.yaml", question("Which port?"));
        settle();

        assertThat(catalog.bank().question(ID)).isPresent();
        assertThat(stored().retired()).isFalse();
        assertThat(stored().version()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsGoneForAWhileChangesNothing() throws IOException {
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        settle();
        assertThat(asked()).isEqualTo("Which port?");

        Files.move(away, folder);
        settle();

        assertThat(asked()).isEqualTo("Which port?");
        assertThat(stored().retired()).isFalse();
    }

    private void settle() {
        reload.tick();
        reload.tick();
    }

    private String asked() {
        return catalog.bank().question(ID).orElseThrow().prompt().ask().in(Localized.ENGLISH);
    }

    private Known stored() {
        return Objects.requireNonNull(
                database.write(tx -> tx.questions().known()).get(ID));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String question(String ask) {
        return """
                skill: istio
                domain: ports
                note: Istio
                version: Istio 1.28
                questions:
                  - id: istio-port
                    level: junior
                    kind: typed
                    section: terms
                    docs: https://istio.io/latest/docs/ops/deployment/application-requirements/
                    ask:
                      en: "%s"
                      ru: "Какой порт?"
                    accept: ["15006"]
                    explain:
                      en: "Inbound traffic is sent to 15006."
                      ru: "Входящий трафик идёт на 15006."
                """.formatted(ask);
    }
}
