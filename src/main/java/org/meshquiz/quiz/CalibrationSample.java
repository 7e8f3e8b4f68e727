package org.meshquiz.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.meshquiz.ability.FirstMeetings;
import org.meshquiz.ability.Item;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.question.Question;
import org.meshquiz.store.Calibrations.Calibrated;
import org.meshquiz.store.Calibrations.Meeting;

/**
 * The questions of a skill, each meaning of one by itself, and what people have shown of them. Not safe for several threads.
 */
final class CalibrationSample {
    private final FirstMeetings meetings = new FirstMeetings();
    private final Map<LearnerId, Integer> people = new HashMap<>();
    private final Map<String, Subject> byText = new HashMap<>();
    private final Map<String, Subject> byMeaning = new LinkedHashMap<>();

    /**
     * A sample without answers yet.
     *
     * @param served the questions that are asked now; their labels count, whatever they were when they were answered
     */
    CalibrationSample(List<Question> served) {
        served.stream().filter(question -> question.source().measures()).forEach(this::subject);
    }

    /** A question of one meaning. */
    private static final class Subject {
        private final int index;
        private final int revision;
        private final Item item;
        private int answers;

        Subject(int index, int revision, Item item) {
            this.index = index;
            this.revision = revision;
            this.item = item;
        }
    }

    /**
     * Adds a first answer.
     *
     * @param text reads the question as it was put
     */
    void add(Meeting meeting, Function<Meeting, Question> text) {
        Subject subject = byText.computeIfAbsent(
                meeting.question() + " " + meeting.version(), key -> subject(text.apply(meeting)));
        subject.answers++;
        meetings.add(
                people.computeIfAbsent(meeting.learner(), learner -> people.size()), subject.index, meeting.correct());
    }

    /** What the answers are. */
    FirstMeetings meetings() {
        return meetings;
    }

    /** How many people gave them. */
    int people() {
        return people.size();
    }

    /** The questions, as {@link #meetings} number them. */
    List<Item> items() {
        return byMeaning.values().stream().map(subject -> subject.item).toList();
    }

    /**
     * What was learned, to be stored.
     *
     * @param learned the {@link #items} with new parameters, in the same order
     */
    List<Calibrated> calibrated(List<Item> learned) {
        List<Calibrated> calibrated = new ArrayList<>();
        for (Subject subject : byMeaning.values()) {
            Item item = learned.get(subject.index);
            calibrated.add(new Calibrated(item.id(), subject.revision, subject.answers, item.parameters()));
        }
        return calibrated;
    }

    private Subject subject(Question question) {
        return byMeaning.computeIfAbsent(
                SkillParameters.key(question),
                key -> new Subject(byMeaning.size(), question.source().revision(), SkillParameters.labelled(question)));
    }
}
