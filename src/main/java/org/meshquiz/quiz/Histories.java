package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.picture.Chart.Moment;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.dashboard.PersonPage.Domain;
import org.meshquiz.quiz.view.DomainNames;
import org.meshquiz.quiz.view.LevelView.Standing;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Reviews.Review;

/** How a person's levels and memory came about and go on, for pages. */
public final class Histories {
    private final Catalog catalog;
    private final Standings standings;
    private final LoggedLevels logged;
    private final Repetition repetition;

    Histories(Catalog catalog, Standings standings, LoggedLevels logged, Repetition repetition) {
        this.catalog = catalog;
        this.standings = standings;
        this.logged = logged;
        this.repetition = repetition;
    }

    /** Where the person stands in a skill; empty when nothing of it was met. */
    public Optional<Standing> standing(Talk talk, String skill) {
        return standings.of(talk, skill);
    }

    /** The levels as they stood at the end of each of the person's days that moved them, by skill. */
    public Map<String, List<Moment>> moments(Talk talk) {
        Map<String, Map<LocalDate, Moment>> days = new HashMap<>();
        logged.walk(
                talk.tx(),
                talk.learner().id(),
                review -> true,
                ability -> days.computeIfAbsent(ability.skill(), skill -> new TreeMap<>())
                        .put(
                                StudyDay.of(ability.updatedAt(), talk.learner().zone()),
                                new Moment(
                                        ability.updatedAt(),
                                        ability.posterior().mean(),
                                        ability.posterior().sd())));
        Map<String, List<Moment>> moments = new HashMap<>();
        days.forEach((skill, ends) -> moments.put(skill, List.copyOf(ends.values())));
        return moments;
    }

    /** How first answers that measure went, by skill and domain. */
    public Map<String, List<Domain>> domains(Talk talk) {
        Map<String, Map<String, Domain>> skills = new HashMap<>();
        for (Review review : talk.tx().reviews().measuring(talk.learner().id())) {
            Question question = catalog.asPut(talk.tx(), review.question(), review.version());
            String name = DomainNames.in(talk.phrases(), question.topic().domain());
            skills.computeIfAbsent(review.skill(), skill -> new TreeMap<>())
                    .merge(
                            name,
                            new Domain(name, review.correct() ? 1 : 0, 1),
                            (one, other) -> new Domain(name, one.right() + other.right(), one.asked() + other.asked()));
        }
        Map<String, List<Domain>> domains = new HashMap<>();
        skills.forEach((skill, rows) -> domains.put(skill, List.copyOf(rows.values())));
        return domains;
    }

    /** The expected share of the questions met that is remembered without repeats, for each day from today on. */
    public List<Double> recall(Talk talk, String skill, int days) {
        List<MemoryCard> cards = talk.tx().memoryCards().ofSkill(talk.learner().id(), skill);
        List<Double> recall = new ArrayList<>();
        for (int ahead = 0; ahead <= days; ahead++) {
            int day = ahead;
            recall.add(cards.stream()
                    .mapToDouble(card -> repetition.recall(talk, card, day))
                    .average()
                    .orElse(0));
        }
        return recall;
    }
}
