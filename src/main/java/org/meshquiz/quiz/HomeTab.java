package org.meshquiz.quiz;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Card;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.Learners.Caller;

/**
 * A person's own page, on platforms that have a place for one: levels with their uncertainty, what is due, settings. Looking
 * at it changes nothing. Safe for several threads.
 */
public final class HomeTab {
    private final Database database;
    private final InstantSource clock;
    private final SkillCommands skills;
    private final SettingsCommands settings;

    HomeTab(Database database, InstantSource clock, SkillCommands skills, SettingsCommands settings) {
        this.database = database;
        this.clock = clock;
        this.skills = skills;
        this.settings = settings;
    }

    /**
     * What a person sees.
     *
     * @param chat the chat that they are known by
     * @param language of somebody who is not known yet: they are greeted and not written down
     */
    public Card of(ChatAddress chat, Locale language) {
        return database.write(tx -> {
            Optional<Learner> learner = tx.learners().lock(chat).map(Caller::learner);
            return learner.map(person -> page(new Talk(tx, person, chat, clock.instant())))
                    .orElseGet(() -> welcome(Phrases.in(language)));
        });
    }

    private Card page(Talk talk) {
        Draft levels = skills.levels(talk);
        Draft wishes = settings.overview(talk);
        List<Block> blocks = new ArrayList<>(levels.blocks());
        blocks.addAll(wishes.blocks());
        List<List<Draft.Option>> rows = new ArrayList<>(levels.rows());
        rows.addAll(wishes.rows());
        rows.add(List.of(Draft.Option.command(talk.phrases().say("button.quiz"), "/quiz")));
        return talk.show(new Draft(blocks, rows, null));
    }

    private static Card welcome(Phrases phrases) {
        return Card.builder()
                .text(phrases.say("start.welcome"))
                .text(phrases.say("home.begin"))
                .build();
    }
}
