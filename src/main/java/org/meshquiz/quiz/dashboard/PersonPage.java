package org.meshquiz.quiz.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.meshquiz.picture.Chart.Moment;
import org.meshquiz.quiz.view.Phrases;

/**
 * A person's own page.
 *
 * @param phrases in their language
 * @param zone their time zone
 * @param skills that they have met
 * @param days the next thirty
 * @param due how many questions come back on each of these days; on the first, all that are due by then
 * @param teams that they are in
 * @param authors whether they may look at the questions
 */
public record PersonPage(
        Phrases phrases,
        ZoneId zone,
        List<Panel> skills,
        List<LocalDate> days,
        List<Integer> due,
        List<TeamLink> teams,
        boolean authors) {
    public PersonPage {
        skills = List.copyOf(skills);
        days = List.copyOf(days);
        due = List.copyOf(due);
        teams = List.copyOf(teams);
    }

    /**
     * A skill.
     *
     * @param id of the skill
     * @param name of the skill
     * @param level in words
     * @param answers first answers that it rests on
     * @param met questions met
     * @param history the level after each answer that moved it
     * @param recall expected share that is remembered, for each day from today on
     * @param domains how first answers went by domain
     */
    public record Panel(
            String id,
            String name,
            String level,
            int answers,
            int met,
            List<Moment> history,
            List<Double> recall,
            List<Domain> domains) {
        public Panel {
            history = List.copyOf(history);
            recall = List.copyOf(recall);
            domains = List.copyOf(domains);
        }
    }

    /** First answers of a domain. */
    public record Domain(String name, int right, int asked) {}

    /**
     * A team that one is in.
     *
     * @param leads whether they may see its page
     */
    public record TeamLink(long team, String title, boolean leads) {}
}
