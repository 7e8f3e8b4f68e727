package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.store.QuizSessions.QuizSession;

/** {@code /placement istio}: finds a level in one go, or goes on with a placement that was left. */
final class PlacementCommand {
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
            placements.left(talk, null).ifPresentOrElse(left -> placements.goOn(talk, left), () -> offer(talk));
            return;
        }
        Optional<Skill> skill = names.find(words);
        if (skill.isEmpty()) {
            talk.say(names.unknown(words, "/placement", talk.phrases()));
            return;
        }
        Optional<QuizSession> last = placements.recent(talk, skill.get().id());
        if (last.isEmpty()) {
            begin(talk, skill.get());
        } else if (placements.isOver(talk, last.get())) {
            refuse(talk, skill.get(), Placements.againOn(talk, last.get()));
        } else {
            placements.goOn(talk, last.get());
        }
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

    private void refuse(Talk talk, Skill skill, LocalDate again) {
        String day = Outcomes.day(again, talk);
        talk.say(Draft.builder()
                .text(talk.phrases().say("placement.again", Map.of("skill", skill.name(), "day", day)))
                .row(Option.command(talk.phrases().say("button.me"), "/me"))
                .build());
    }

    private void offer(Talk talk) {
        List<Option> skills = catalog.bank().skills().stream()
                .filter(skill ->
                        placements.left(talk, skill.id()).isPresent() || placements.hasEnough(talk, skill.id()))
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
