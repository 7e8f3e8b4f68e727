package org.meshquiz.quiz;

import java.time.InstantSource;
import java.util.List;
import org.meshquiz.ability.Calibration;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.question.Question;
import org.meshquiz.store.Calibrations.Material;
import org.meshquiz.store.Calibrations.Meeting;
import org.meshquiz.store.Calibrations.Version;
import org.meshquiz.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from first answers how hard each question really is and where the team stands, skill by skill, whenever there is a
 * quarter more to learn from. The levels of all people of the skill are then made anew from the log.
 */
public final class Calibrating {
    private static final Logger LOG = LoggerFactory.getLogger(Calibrating.class);
    /** What one or two people know says little of how hard a question is. */
    private static final int FEWEST_PEOPLE = 5;

    private static final int AT_ONCE = 500;

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final AbilityRebuild rebuild;

    Calibrating(Database database, InstantSource clock, Catalog catalog, LoggedLevels logged) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.rebuild = new AbilityRebuild(database, logged);
    }

    /** Calibrates whatever has grown enough; returns how many skills have new parameters. */
    public int run() {
        List<Material> due = database.write(tx -> tx.calibrations().material()).stream()
                .filter(skill -> skill.people() >= FEWEST_PEOPLE)
                .filter(skill -> Calibration.isDue(skill.answers(), skill.before()))
                .toList();
        due.forEach(skill -> calibrate(skill.skill()));
        return due.size();
    }

    private void calibrate(String skill) {
        CalibrationSample sample = new CalibrationSample(catalog.bank().questionsOf(skill));
        for (Meeting meeting : database.write(tx -> tx.calibrations().meetings(skill))) {
            sample.add(meeting, this::content);
        }
        Calibration.Outcome learned = Calibration.of(sample.items(), sample.meetings());
        long version = database.write(tx -> tx.calibrations()
                .add(
                        new Version(
                                0,
                                skill,
                                clock.instant(),
                                sample.meetings().size(),
                                sample.people(),
                                learned.team(),
                                null),
                        sample.calibrated(learned.items())));
        LOG.info(
                "{} is calibrated by {} first answers of {} people, version {}",
                skill,
                sample.meetings().size(),
                sample.people(),
                version);
        follow(skill, version);
    }

    private Question content(Meeting meeting) {
        return database.write(tx -> tx.questions().content(meeting.question(), meeting.version()))
                .map(QuestionJson::read)
                .orElseThrow(() -> new IllegalStateException(
                        "the text of " + meeting.question() + " " + meeting.version() + " is not stored"));
    }

    /** Makes the levels of a skill anew, each person's in a transaction; who answers meanwhile is followed at once. */
    private void follow(String skill, long version) {
        List<LearnerId> page = database.write(tx -> tx.abilities().madeOtherwise(skill, version, null, AT_ONCE));
        while (!page.isEmpty()) {
            page.forEach(learner -> database.write(tx -> rebuild.rebuild(tx, learner)));
            LearnerId last = page.get(page.size() - 1);
            page = database.write(tx -> tx.abilities().madeOtherwise(skill, version, last, AT_ONCE));
        }
    }
}
