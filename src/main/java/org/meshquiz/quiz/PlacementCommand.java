package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.store.QuizSessions.QuizSession;

/** {@code /placement istio}: finds a level in one go, or goes on with a placement that was left. */
final class PlacementCommand {
    /** How long a placement is good for, from its beginning. */
    static final Duration AGAIN_AFTER = Duration.ofDays(14);

    private final Catalog catalog;
    private final SkillNames names;
    private final Placements placements;

    PlacementCommand(Catalog catalog, SkillNames names, Placements placements) {
        this.catalog = catalog;
        this.names = names;
        this.placements = placements;
    }

    void placement(Talk talk, String words) {
        if (words.isBlank()) {
            talk.tx()
                    .sessions()
                    .lastPlacement(talk.learner().id(), null)
                    .filter(left -> isRecent(talk, left) && !placements.isOver(talk, left))
                    .ifPresentOrElse(left -> placements.goOn(talk, left), () -> offer(talk));
            return;
        }
        Optional<Skill> skill = names.find(words);
        if (skill.isEmpty()) {
            talk.say(names.unknown(words, "/placement", talk.phrases()));
            return;
        }
        Optional<QuizSession> last = talk.tx()
                .sessions()
                .lastPlacement(talk.learner().id(), skill.get().id())
                .filter(session -> isRecent(talk, session));
        if (last.isEmpty()) {
            begin(talk, skill.get());
        } else if (placements.isOver(talk, last.get())) {
            refuse(talk, skill.get(), last.get().startedAt().plus(AGAIN_AFTER));
        } else {
            placements.goOn(talk, last.get());
        }
    }

    private static boolean isRecent(Talk talk, QuizSession session) {
        return session.startedAt().plus(AGAIN_AFTER).isAfter(talk.now());
    }

    private void begin(Talk talk, Skill skill) {
        if (!placements.begin(talk, skill)) {
            talk.say(Draft.builder()
                    .text(talk.phrases()
                            .say(
                                    "placement.too-few",
                                    Map.of("skill", skill.name(), "fewest", Placements.FEWEST_QUESTIONS)))
                    .row(Option.command(talk.phrases().say("skill.quiz", "name", skill.name()), "/quiz " + skill.id()))
                    .build());
        }
    }

    private void refuse(Talk talk, Skill skill, Instant again) {
        String day = Outcomes.day(again.atZone(talk.learner().zone()).toLocalDate(), talk);
        talk.say(Draft.builder()
                .text(talk.phrases().say("placement.again", Map.of("skill", skill.name(), "day", day)))
                .row(Option.command(talk.phrases().say("button.me"), "/me"))
                .build());
    }

    private void offer(Talk talk) {
        List<Option> skills = catalog.bank().skills().stream()
                .filter(skill -> placements.hasEnough(talk, skill.id()))
                .map(skill -> Option.command(skill.name(), "/placement " + skill.id()))
                .toList();
        if (skills.isEmpty()) {
            talk.say(talk.phrases().say("placement.nothing"));
        } else {
            talk.say(Draft.builder()
                    .text(talk.phrases().say("placement.which"))
                    .rows(skills, 3)
                    .build());
        }
    }
}
