package org.meshquiz.question;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question as the bank holds it.
 *
 * @param id its stable name
 * @param topic what it is about and how hard its author thinks it is
 * @param prompt what is asked
 * @param key what is offered and what counts as right
 * @param explanation why the right answer is right
 * @param source where it comes from
 */
public record Question(QuestionId id, Topic topic, Prompt prompt, Key key, Localized explanation, Source source) {

    /**
     * What a question is about.
     *
     * @param skill the skill's id
     * @param domain the part of the skill: {@code security}
     * @param level the level that its author or its kind gives it
     */
    public record Topic(String skill, String domain, Level level) {}

    /**
     * What is asked.
     *
     * @param ask the question; parts in backticks are code
     * @param code a block shown under it, or null
     */
    public record Prompt(Localized ask, @Nullable Code code) {}

    /**
     * A block of code, the same in every language.
     *
     * @param text its lines
     * @param language its name for highlighting: {@code yaml}, {@code bash}, {@code promql}, {@code text} …
     */
    public record Code(String text, String language) {}

    /** Who wrote a question. */
    public enum Origin {
        AUTHORED,
        DERIVED
    }

    /**
     * Where a question comes from.
     *
     * @param origin a person's file, or a note
     * @param measures whether a first answer counts for the level; others only train
     * @param note the note section that the explanation points to
     * @param reference what it was checked against
     * @param revision counts changes of meaning, from 1; a higher one starts its difficulty anew
     */
    public record Source(Origin origin, boolean measures, NoteSection note, Reference reference, int revision) {
        public Source {
            if (revision < 1) {
                throw new IllegalArgumentException("revision " + revision + " is below 1; count from 1");
            }
        }
    }

    /**
     * A section of a skill note.
     *
     * @param note the note's name: {@code Istio}
     * @param section which of its sections
     */
    public record NoteSection(String note, Section section) {}

    /**
     * What a question was checked against.
     *
     * @param docs the product's documentation page, or null
     * @param version the product version it holds for, or null
     */
    public record Reference(@Nullable URI docs, @Nullable String version) {
        /** Nothing known: questions derived from a note. */
        public static final Reference NONE = new Reference(null, null);
    }

    /** The code block, where the question has one. */
    public Optional<Code> code() {
        return Optional.ofNullable(prompt.code());
    }
}
