package org.meshquiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.bank.BankReading.Place;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.question.Skill;

/** How a folder becomes a bank: which files are read, how they hang together, and what is said where they do not. */
class BankReaderTest {
    private static final String NOTE = """
            # Description
            A mesh of proxies that carries the traffic between services.

            ## Architecture and terms
            - **Pilot**: the part that hands configuration out to each proxy
            - **Citadel**: the part that signs the certificates of each workload
            """;

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void soundBank() throws IOException {
        root = folder.resolve("questions");
        write("notes/en/Istio.md", NOTE);
        write("istio/security.yaml", file("security", "istio-a"));
    }

    @Test
    void questionsAndNotesOfAFolderBecomeABank() throws IOException {
        write("istio/traffic.yaml", file("traffic", "istio-b"));

        BankReading reading = BankReader.read(root);

        assertThat(reading.faults()).isEmpty();
        assertThat(authored(reading)).containsExactly("istio-a", "istio-b");
        assertThat(reading.bank().skills()).containsExactly(new Skill("istio", "Istio"));
        assertThat(reading.places())
                .isEqualTo(Map.of(
                        "istio-a", new Place("questions/istio/security.yaml", 6),
                        "istio-b", new Place("questions/istio/traffic.yaml", 6)));
        assertThat(reading.readings()).singleElement().satisfies(note -> {
            assertThat(note.file()).isEqualTo("questions/notes/en/Istio.md");
            assertThat(note.share()).isEqualTo(1);
        });
    }

    @Test
    void theSameBankIsReadFromAnArchive() throws IOException {
        Path archive = folder.resolve("bank.zip");
        try (FileSystem zip =
                FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of("create", "true"))) {
            for (String name : List.of("notes/en/Istio.md", "istio/security.yaml")) {
                Path target = zip.getPath("/questions/" + name);
                Files.createDirectories(target.getParent());
                Files.copy(root.resolve(name), target);
            }
        }

        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            BankReading reading = BankReader.read(zip.getPath("/questions"));

            assertThat(reading.faults()).isEmpty();
            assertThat(reading.places()).containsEntry("istio-a", new Place("questions/istio/security.yaml", 6));
        }
    }

    @Test
    void aBareVaultIsNotesAloneAndItsYamlIsNoneOfOurBusiness() throws IOException {
        Path vault = folder.resolve("vault");
        Files.createDirectories(vault.resolve("attachments"));
        Files.writeString(vault.resolve("Istio.md"), NOTE);
        Files.writeString(vault.resolve("attachments/pod.yaml"), "kind: Pod");

        BankReading reading = BankReader.read(vault);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.bank().notes()).hasSize(1);
    }

    @Test
    void aFolderWithoutNotesSaysSo() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(faults(BankReader.read(empty)))
                .containsExactly(
                        "empty:1: there is no note with content here; add notes (*.md), or name another folder");
    }

    @Test
    void anIdIsGivenOnceInTheWholeBank() throws IOException {
        write("istio/traffic.yaml", file("traffic", "istio-a"));

        BankReading reading = BankReader.read(root);

        assertThat(faults(reading))
                .containsExactly("questions/istio/traffic.yaml:6: 'istio-a' is already the id of the question at"
                        + " questions/istio/security.yaml:6; give this one another id");
        assertThat(authored(reading)).containsExactly("istio-a");
    }

    @Test
    void theNoteAndItsSectionHaveToExist() throws IOException {
        write("istio/security.yaml", file("security", "istio-a").replace("note: Istio", "note: Isto"));
        write("istio/traffic.yaml", file("traffic", "istio-b").replace("section: terms", "section: tools"));
        write("envoy/basics.yaml", file("basics", "envoy-c").replace("skill: istio", "skill: envoy"));

        BankReading reading = BankReader.read(root);

        assertThat(faults(reading))
                .containsExactly(
                        "questions/envoy/basics.yaml:3: the note 'Istio' is about 'istio', the questions about"
                                + " 'envoy'; name the skill as the note does",
                        "questions/istio/security.yaml:3: there is no note 'Isto' with content; did you mean 'Istio'?",
                        "questions/istio/traffic.yaml:6: the note 'Istio' has nothing under 'tools';"
                                + " use one of description, terms");
        assertThat(authored(reading)).isEmpty();
    }

    @Test
    void whatCannotBeAQuestionFileIsNamedAndLeftAlone() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret.yaml"), file("security", "istio-secret"));
        Files.createSymbolicLink(root.resolve("istio/link.yaml"), outside);
        Files.createSymbolicLink(root.resolve("istio/gone.yaml"), folder.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("elsewhere"), folder);
        write("istio/old.yml", "x");
        write("istio/deep/file.yaml", "x");
        write("istio/.hidden.yaml", "x");
        write(".git/config.yaml", "x");
        write("schema/example.yaml", "x");

        BankReading reading = BankReader.read(root);

        assertThat(faults(reading))
                .containsExactly(
                        "questions/elsewhere:1: the link leads out of the folder; put the file itself here",
                        "questions/istio/deep:1: a folder inside a skill's folder is not read;"
                                + " move its files up and delete it",
                        "questions/istio/gone.yaml:1: the link leads nowhere; mend or delete it",
                        "questions/istio/link.yaml:1: the link leads out of the folder; put the file itself here",
                        "questions/istio/old.yml:1: the file ends in .yml and is not read; rename it to .yaml");
        assertThat(authored(reading)).containsExactly("istio-a");
    }

    @Test
    void headingsOfTheVaultsOwnAreLearnedFromItsFile() throws IOException {
        write("notes/en/Istio.md", NOTE.replace("Architecture and terms", "Dramatis personae"));
        write("sections.yaml", "sections:\n  terms: [Dramatis personae]\n");

        assertThat(BankReader.read(root).faults()).isEmpty();
    }

    @Test
    void aBrokenListOfHeadingsIsAFaultAndTheUsualHeadingsHold() throws IOException {
        write("sections.yaml", "sections:\n  trems: [Words]\n");

        BankReading reading = BankReader.read(root);

        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("questions/sections.yaml");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.what()).contains("'trems'");
        });
        assertThat(authored(reading)).containsExactly("istio-a");
    }

    private static List<String> authored(BankReading reading) {
        return reading.bank().questions().stream()
                .filter(question -> question.source().origin() == Origin.AUTHORED)
                .map(Question::id)
                .map(Object::toString)
                .toList();
    }

    private static List<String> faults(BankReading reading) {
        return reading.faults().stream().map(Fault::toString).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String file(String domain, String id) {
        return """
                skill: istio
                domain: %s
                note: Istio
                version: Istio 1.28
                questions:
                  - id: %s
                    level: middle
                    kind: typed
                    section: terms
                    docs: https://istio.io/latest/docs/
                    ask: { en: Which word is it?, ru: Какое это слово? }
                    accept: [word]
                    explain: { en: That one, ru: Вот это }
                """.formatted(domain, id);
    }
}
