package org.meshquiz.learner;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who is asked questions. No name is kept: the chat address is enough to reach them.
 *
 * @param id their number
 * @param language English or Russian
 * @param zone their IANA time zone; days and hours are counted in it
 * @param preferences how they want to be asked
 * @param skills ids of the skills of their daily quiz; empty means every skill
 * @param pausedUntil when the daily quiz comes back; {@link Instant#MAX} until they say so, null when not paused
 */
public record Learner(
        LearnerId id,
        Locale language,
        ZoneId zone,
        Preferences preferences,
        Set<String> skills,
        @Nullable Instant pausedUntil) {
    public Learner {
        skills = Set.copyOf(skills);
    }

    /** The end of a pause that still holds at that moment. */
    public Optional<Instant> pausedAt(Instant now) {
        return Optional.ofNullable(pausedUntil).filter(now::isBefore);
    }

    public Learner withLanguage(Locale changed) {
        return new Learner(id, changed, zone, preferences, skills, pausedUntil);
    }

    public Learner withZone(ZoneId changed) {
        return new Learner(id, language, changed, preferences, skills, pausedUntil);
    }

    public Learner withPreferences(Preferences changed) {
        return new Learner(id, language, zone, changed, skills, pausedUntil);
    }

    public Learner withSkills(Set<String> changed) {
        return new Learner(id, language, zone, preferences, changed, pausedUntil);
    }

    public Learner withPause(@Nullable Instant until) {
        return new Learner(id, language, zone, preferences, skills, until);
    }
}
