package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Vault;
import org.meshquiz.question.Localized;

/**
 * The notes on one skill in the languages there are; at least one.
 *
 * @param en the English note, or null
 * @param ru the Russian note, or null
 */
record Twin(@Nullable SkillNote en, @Nullable SkillNote ru) {

    /** The notes of a vault by skill, ordered by the skill's id. */
    static List<Twin> of(Vault vault) {
        Map<String, Twin> twins = new TreeMap<>();
        for (SkillNote note : vault.notes()) {
            boolean russian = note.language().getLanguage().equals("ru");
            Twin one = russian ? new Twin(null, note) : new Twin(note, null);
            twins.merge(
                    note.skill().id(), one, (a, b) -> new Twin(a.en == null ? b.en : a.en, a.ru == null ? b.ru : a.ru));
        }
        return List.copyOf(twins.values());
    }

    /** The note that stands for both where one is needed: the English one, if there is one. */
    SkillNote first() {
        return en == null ? Objects.requireNonNull(ru) : en;
    }

    /** The note in a language. */
    Optional<SkillNote> in(Locale language) {
        return Optional.ofNullable(language.equals(Localized.RUSSIAN) ? ru : en);
    }

    List<SkillNote> notes() {
        List<SkillNote> notes = new ArrayList<>();
        in(Localized.ENGLISH).ifPresent(notes::add);
        in(Localized.RUSSIAN).ifPresent(notes::add);
        return notes;
    }

    String skill() {
        return first().skill().id();
    }

    /** Everything that the skill is called, in both languages. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (SkillNote note : notes()) {
            names.add(note.skill().name());
            names.add(note.face().name());
            names.addAll(note.face().aliases());
        }
        return names.stream().distinct().toList();
    }

    /** The units of both notes, those that say the same side by side. */
    <U> List<Pair<U>> pairs(Function<SkillNote, List<U>> units, Function<U, String> key) {
        List<U> english = en == null ? List.of() : units.apply(en);
        List<U> russian = ru == null ? List.of() : units.apply(ru);
        return Pair.of(english, russian, key);
    }
}
