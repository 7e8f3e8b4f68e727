package org.meshquiz.bank;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Wording;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.NoteSection;
import org.meshquiz.question.Skill;

/** All questions and notes that people are served from, checked and immutable. */
public final class Bank {
    private final Map<String, Question> questions;
    private final List<Question> all;
    private final Map<String, List<Question>> bySkill;
    private final Map<String, Skill> skills;
    private final List<SkillNote> notes;
    private final Map<String, List<SkillNote>> notesByName;
    private final Map<String, List<SkillNote>> notesBySkill;

    /**
     * A bank of these questions and notes.
     *
     * @throws IllegalArgumentException when two questions have the same id
     */
    public Bank(Collection<Question> questions, Collection<SkillNote> notes) {
        Map<String, Question> byId = new LinkedHashMap<>();
        questions.stream().sorted(Comparator.comparing(Question::id)).forEach(question -> {
            if (byId.put(question.id().value(), question) != null) {
                throw new IllegalArgumentException("two questions have the id '" + question.id() + "'; rename one");
            }
        });
        this.questions = byId;
        this.all = List.copyOf(byId.values());
        this.bySkill = byId.values().stream()
                .collect(Collectors.groupingBy(question -> question.topic().skill()));
        this.notes = List.copyOf(notes);
        this.notesByName =
                notes.stream().collect(Collectors.groupingBy(note -> note.face().name()));
        this.notesBySkill = notes.stream()
                .collect(Collectors.groupingBy(note -> note.skill().id()));
        this.skills = new TreeMap<>();
        notes.forEach(note -> skills.put(note.skill().id(), note.skill()));
        bySkill.keySet().forEach(id -> skills.putIfAbsent(id, new Skill(id, id)));
        skills.keySet().retainAll(bySkill.keySet());
    }

    /** Skills that have questions, by id. */
    public List<Skill> skills() {
        return List.copyOf(skills.values());
    }

    public Optional<Skill> skill(String id) {
        return Optional.ofNullable(skills.get(id));
    }

    /** All questions, by id. */
    public List<Question> questions() {
        return all;
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** The questions of a skill; empty for an unknown one. */
    public List<Question> questionsOf(String skill) {
        return bySkill.getOrDefault(skill, List.of());
    }

    public List<SkillNote> notes() {
        return notes;
    }

    /** The note of a skill in that language, or else in the other one. */
    public Optional<SkillNote> note(String skill, Locale language) {
        List<SkillNote> candidates = notesBySkill.getOrDefault(skill, List.of());
        return candidates.stream()
                .filter(note -> note.language().getLanguage().equals(language.getLanguage()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** All that a note section says, in every language it exists in; empty when no note has it. */
    public Optional<String> sectionText(NoteSection place) {
        String text = notesByName.getOrDefault(place.note(), List.of()).stream()
                .sorted(Comparator.comparing(note -> note.language().getLanguage()))
                .flatMap(note -> note.units(place.section()).stream())
                .flatMap(unit -> unit.wordings().stream())
                .map(Wording::text)
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /**
     * A note section as its note heads it: the Russian note where there is one that has the section, else the English;
     * the section's key where it has no heading.
     */
    public String heading(NoteSection place) {
        return notesByName.getOrDefault(place.note(), List.of()).stream()
                .sorted(Comparator.comparing((SkillNote note) -> note.language().getLanguage())
                        .reversed())
                .flatMap(note -> Optional.ofNullable(note.face().headings().get(place.section())).stream())
                .findFirst()
                .orElse(place.section().key());
    }

    /** The other names under which people may ask for a skill. */
    public Set<String> aliases(String skill) {
        Set<String> aliases = new HashSet<>();
        notesBySkill
                .getOrDefault(skill, List.of())
                .forEach(note -> aliases.addAll(note.face().aliases()));
        return aliases;
    }
}
