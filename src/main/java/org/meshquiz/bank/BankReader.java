package org.meshquiz.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.bank.BankReading.Place;
import org.meshquiz.notes.NoteWarning;
import org.meshquiz.notes.Reading;
import org.meshquiz.notes.SectionNames;
import org.meshquiz.notes.Vault;
import org.meshquiz.notes.derive.Derivation;
import org.meshquiz.question.Question;

/** Reads a folder of notes and question files, on disk or in an archive. */
public final class BankReader {
    private static final String NOTES = "notes";
    private static final String SECTIONS = "sections.yaml";
    private static final String COVERAGE = "coverage.yaml";

    /** As the notes tell their faults: file, line, what, remedy. */
    private static final Pattern PLACED = Pattern.compile(".*?:(\\d{1,9}): (.+?); (.+)");

    private final Path root;
    private final QuestionFolder folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private BankReader(Path root) {
        this.root = root;
        this.folder = new QuestionFolder(root);
    }

    /**
     * Reads the bank in a folder: notes under {@code notes}, questions in one folder a skill. A folder without
     * {@code notes} is a bare vault: all of it is notes, and it has no question files.
     *
     * @throws IOException where the folder cannot be listed; whatever is wrong inside it is a fault
     */
    public static BankReading read(Path root) throws IOException {
        return Files.isDirectory(root.resolve(NOTES)) ? new BankReader(root).bank() : readVault(root);
    }

    /**
     * Reads a vault of notes; its bank holds the questions that are derived from them.
     *
     * @throws IOException where the folder cannot be listed; whatever is wrong inside it is a fault
     */
    public static BankReading readVault(Path root) throws IOException {
        BankReader reader = new BankReader(root);
        Vault vault = reader.vault(root);
        String prefix = reader.folder.shown(root) + "/";
        reader.derive(vault, prefix);
        return reader.reading(vault, prefix);
    }

    private BankReading bank() throws IOException {
        Path notes = root.resolve(NOTES);
        List<QuestionPath> paths = folder.files();
        // Question files are read while the notes are; what they say of notes is checked when both are there.
        CompletableFuture<List<QuestionFile>> files = CompletableFuture.supplyAsync(
                () -> paths.stream().map(QuestionFile::read).toList());
        Vault vault = vault(notes);
        String prefix = folder.shown(notes) + "/";
        takeQuestions(files.join(), new NoteSections(vault));
        derive(vault, prefix);
        return reading(vault, prefix);
    }

    private Vault vault(Path notes) throws IOException {
        Vault vault = Vault.read(notes, sectionNames());
        if (vault.notes().isEmpty()) {
            fault(notes, "there is no note with content here", "add notes (*.md), or name another folder");
        }
        return vault;
    }

    /** What was read, its files named from the bank's folder on. */
    private BankReading reading(Vault vault, String prefix) {
        List<NoteWarning> warnings = vault.warnings().stream()
                .map(warning -> new NoteWarning(prefix + warning.file(), warning.line(), warning.what()))
                .toList();
        List<Reading> readings = vault.readings().stream()
                .map(reading -> new Reading(prefix + reading.file(), reading.seen(), reading.read()))
                .toList();
        CoveragePlan plan = plan();
        return new BankReading(new Bank(questions.values(), vault.notes()), faults, warnings, readings, places, plan);
    }

    private SectionNames sectionNames() throws IOException {
        Path file = root.resolve(SECTIONS);
        if (!Files.isRegularFile(file)) {
            return SectionNames.defaults();
        }
        try {
            return SectionNames.read(file);
        } catch (IllegalArgumentException e) {
            String.valueOf(e.getMessage()).lines().forEach(line -> faults.add(sectionFault(file, line)));
            return SectionNames.defaults();
        }
    }

    private Fault sectionFault(Path file, String told) {
        Matcher placed = PLACED.matcher(told);
        return placed.matches()
                ? new Fault(folder.shown(file), Integer.parseInt(placed.group(1)), placed.group(2), placed.group(3))
                : new Fault(folder.shown(file), 1, told, "mend the file or delete it");
    }

    private void takeQuestions(List<QuestionFile> files, NoteSections sections) {
        for (QuestionFile file : files) {
            faults.addAll(file.faults());
            file.questions().stream()
                    .findFirst()
                    .flatMap(placed -> sections.faultOfNote(placed.question(), file))
                    .ifPresentOrElse(
                            faults::add,
                            () -> file.questions().forEach(placed -> take(placed, file.shown(), sections)));
        }
        faults.addAll(folder.faults());
    }

    private void take(PlacedQuestion placed, String file, NoteSections sections) {
        String id = placed.question().id().value();
        Place first = places.get(id);
        if (first != null) {
            String what = "'" + id + "' is already the id of the question at " + first.file() + ":" + first.line();
            faults.add(new Fault(file, placed.line(), what, "give this one another id"));
            return;
        }
        places.put(id, new Place(file, placed.line()));
        sections.faultOfSection(placed, file).ifPresentOrElse(faults::add, () -> questions.put(id, placed.question()));
    }

    private void derive(Vault vault, String prefix) {
        NoteSections sections = new NoteSections(vault);
        for (Question question : new Derivation().derive(vault).questions()) {
            String id = question.id().value();
            Place authored = places.get(id);
            if (authored == null) {
                questions.put(id, question);
                places.put(id, sections.place(question.source().note(), prefix));
            } else {
                String what = "'" + id + "' is the id of a question derived from a note";
                faults.add(new Fault(authored.file(), authored.line(), what, "give this one another id"));
            }
        }
    }

    private CoveragePlan plan() {
        Path file = root.resolve(COVERAGE);
        if (!Files.isRegularFile(file)) {
            return CoveragePlan.NONE;
        }
        Faults told = new Faults(folder.shown(file));
        CoveragePlan plan = CoveragePlanFile.read(file, told);
        faults.addAll(told.byLine());
        return plan;
    }

    private void fault(Path path, String what, String remedy) {
        faults.add(new Fault(folder.shown(path), 1, what, remedy));
    }
}
