package org.meshquiz.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meshquiz.bank.BankReading.Place;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Vault;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.NoteSection;
import org.meshquiz.question.Section;

/** The notes and sections that questions may point to. */
final class NoteSections {
    private final Map<String, List<SkillNote>> byName;

    NoteSections(Vault vault) {
        this.byName = vault.notes().stream()
                .collect(Collectors.groupingBy(note -> note.face().name()));
    }

    /** What is wrong with the note that a file names, if anything is. */
    Optional<Fault> faultOfNote(Question any, QuestionFile file) {
        String name = any.source().note().note();
        List<SkillNote> notes = byName.getOrDefault(name, List.of());
        if (notes.isEmpty()) {
            String what = "there is no note '" + name + "' with content";
            String remedy = byName.isEmpty()
                    ? "write it under notes/"
                    : Fields.nearest(name, byName.keySet().stream().sorted().toList());
            return Optional.of(new Fault(file.shown(), file.noteLine(), what, remedy));
        }
        String skill = any.topic().skill();
        String noteSkill = notes.get(0).skill().id();
        if (!noteSkill.equals(skill)) {
            String what = "the note '" + name + "' is about '" + noteSkill + "', the questions about '" + skill + "'";
            return Optional.of(new Fault(file.shown(), file.noteLine(), what, "name the skill as the note does"));
        }
        return Optional.empty();
    }

    /** What is wrong with the section that a question points to, if anything is. */
    Optional<Fault> faultOfSection(PlacedQuestion placed, String file) {
        NoteSection place = placed.question().source().note();
        List<SkillNote> notes = byName.getOrDefault(place.note(), List.of());
        if (notes.stream().anyMatch(note -> !note.units(place.section()).isEmpty())) {
            return Optional.empty();
        }
        String present = Arrays.stream(Section.values())
                .filter(section ->
                        notes.stream().anyMatch(note -> !note.units(section).isEmpty()))
                .map(Section::key)
                .collect(Collectors.joining(", "));
        String what = "the note '" + place.note() + "' has nothing under '"
                + place.section().key() + "'";
        return Optional.of(new Fault(file, placed.line(), what, "use one of " + present));
    }

    /** Where a section of a note begins. */
    Place place(NoteSection section, String prefix) {
        return byName.getOrDefault(section.note(), List.of()).stream()
                .filter(note -> !note.units(section.section()).isEmpty())
                .findFirst()
                .map(note -> new Place(
                        prefix + note.face().file(),
                        note.units(section.section()).get(0).line()))
                .orElseGet(() -> new Place(prefix + section.note() + ".md", 1));
    }
}
