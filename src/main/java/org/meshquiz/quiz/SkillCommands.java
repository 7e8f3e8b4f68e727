package org.meshquiz.quiz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.LevelView;
import org.meshquiz.quiz.view.LevelView.Standing;
import org.meshquiz.quiz.view.SkillView;

/** {@code /skills}, {@code /skill} and {@code /me}: what can be learned, and how it stands. */
final class SkillCommands {
    private final Catalog catalog;
    private final SkillNames names;
    private final Standings standings;

    SkillCommands(Catalog catalog, SkillNames names, Standings standings) {
        this.catalog = catalog;
        this.names = names;
        this.standings = standings;
    }

    /** {@code /skills}. */
    void skills(Talk talk) {
        List<Option> buttons = catalog.bank().skills().stream()
                .map(skill -> Option.command(
                        talk.phrases()
                                .say(
                                        "skills.line",
                                        Map.of(
                                                "name", skill.name(),
                                                "count",
                                                        catalog.bank()
                                                                .questionsOf(skill.id())
                                                                .size())),
                        "/skill " + skill.id()))
                .toList();
        talk.say(Draft.builder()
                .text(talk.phrases().say("skills.title"))
                .rows(buttons, 3)
                .build());
    }

    /** {@code /skill istio}. */
    void skill(Talk talk, String words) {
        if (words.isBlank()) {
            skills(talk);
            return;
        }
        Optional<Skill> skill = names.find(words);
        if (skill.isEmpty()) {
            talk.say(names.unknown(words, "/skill", talk.phrases()));
            return;
        }
        Optional<SkillNote> note =
                catalog.bank().note(skill.get().id(), talk.learner().language());
        talk.say(note.map(found -> SkillView.draft(found, names::find, talk.phrases()))
                .orElseGet(() -> withoutNote(talk, skill.get())));
    }

    /** {@code /me}. */
    void me(Talk talk) {
        talk.say(levels(talk));
    }

    /** Where the person stands in each skill, and what is due. */
    Draft levels(Talk talk) {
        List<Standing> known = standings.all(talk);
        Draft levels = LevelView.draft(known, talk.phrases());
        return known.isEmpty() ? levels : levels.before(WeeklyGoal.of(talk).say(talk.phrases()));
    }

    private Draft withoutNote(Talk talk, Skill skill) {
        int count = catalog.bank().questionsOf(skill.id()).size();
        return Draft.builder()
                .text(talk.phrases().say("skill.no-note", Map.of("name", skill.name(), "count", count)))
                .row(Option.command(talk.phrases().say("skill.quiz", "name", skill.name()), "/quiz " + skill.id()))
                .build();
    }
}
