package org.meshquiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.notes.SectionNames;
import org.meshquiz.notes.Vault;
import org.meshquiz.question.Question.NoteSection;
import org.meshquiz.question.Section;

/** What a bank says about the notes behind it. */
class BankTest {
    @TempDir
    private Path vault;

    @Test
    void aSectionGoesByTheRussianHeadingOfItsNoteWhereThereIsOne() throws IOException {
        note("ru/Istio.md", "## Траблшутинг  \n- **Под не стартует**: посмотреть события\n");
        note(
                "en/Istio.md",
                "## Troubleshooting\n- **The pod does not start**: look at events\n\n## Main tools\n- `istioctl`: asks\n");

        Bank bank =
                new Bank(List.of(), Vault.read(vault, SectionNames.defaults()).notes());

        assertThat(bank.heading(new NoteSection("Istio", Section.TROUBLESHOOTING)))
                .isEqualTo("Траблшутинг");
        assertThat(bank.heading(new NoteSection("Istio", Section.TOOLS))).isEqualTo("Main tools");
        assertThat(bank.heading(new NoteSection("Istio", Section.VALUE))).isEqualTo("value");
    }

    private void note(String name, String text) throws IOException {
        Path file = vault.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
