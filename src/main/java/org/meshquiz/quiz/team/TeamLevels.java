package org.meshquiz.quiz.team;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Verdict;
import org.meshquiz.store.TeamAbilities.Held;

/** What may be said of the levels of people in a team. */
public final class TeamLevels {
    private TeamLevels() {}

    /** What may be said of a stored belief now, with the doubt that has grown since; empty while no level can be told. */
    public static Optional<Verdict> verdict(Held held, Instant now) {
        Duration idle = Duration.between(held.updatedAt(), now);
        return Verdict.named(held.posterior().after(idle.isNegative() ? Duration.ZERO : idle), held.answers());
    }

    /** The level that somebody has at least; empty while none can be told. */
    public static Optional<Band> atLeast(Verdict verdict) {
        if (verdict instanceof Verdict.Level level) {
            return Optional.of(level.band());
        }
        return verdict instanceof Verdict.Pair pair ? Optional.of(pair.lower()) : Optional.empty();
    }
}
