package org.meshquiz.store;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.MemoryCards.MemoryCard;

/** What has to be known of people to choose their next question: for one of them, or for many in as many statements. */
public final class Prospects {
    /** One person: values that the server's plan can go by, as it has to where the tables are split by person. */
    private static final String ONE =
            "(select cast(:learner as bigint) as learner_id, cast(:began as timestamptz) as began, cast(:day as date) as day) p ";

    private static final String MANY =
            "unnest(:learners, cast(:begun as timestamptz[]), cast(:days as date[])) p (learner_id, began, day) ";

    private final Handle handle;

    Prospects(Handle handle) {
        this.handle = handle;
    }

    /**
     * Whom to look at.
     *
     * @param today their present study day
     * @param dayBegan when it began
     */
    public record Person(LearnerId learner, LocalDate today, Instant dayBegan) {}

    /**
     * What is known of somebody.
     *
     * @param met ids of the questions that they remember
     * @param askedToday ids of the questions that were put to them on their present study day
     * @param last id of the question that was put to them last; empty before the first
     * @param due what comes back today or should have come back earlier, in or out of the bank
     */
    public record Prospect(Set<String> met, Set<String> askedToday, Optional<String> last, List<MemoryCard> due) {
        public Prospect {
            met = Set.copyOf(met);
            askedToday = Set.copyOf(askedToday);
            due = List.copyOf(due);
        }

        /** Whether they have met a question, or have it in front of them. */
        public boolean knows(String question) {
            return met.contains(question) || askedToday.contains(question);
        }
    }

    public Prospect of(Person person) {
        return of(List.of(person)).values().iterator().next();
    }

    /** The same for many people at once, by person. */
    public Map<LearnerId, Prospect> of(Collection<Person> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<LearnerId, List<MemoryCard>> due = due(people);
        Map<LearnerId, Prospect> prospects = new HashMap<>();
        query(people, """
                select p.learner_id, array(select question_id from memory_card c where c.learner_id = p.learner_id) as met,
                  array(select distinct question_id from delivery d
                    where d.learner_id = p.learner_id and d.asked_at >= p.began) as asked,
                  (select question_id from delivery d where d.learner_id = p.learner_id
                    order by delivery_id desc limit 1) as last
                from\s""")
                .map((row, context) -> Map.entry(
                        new LearnerId(row.getLong("learner_id")),
                        new Prospect(
                                names(row.getArray("met")),
                                names(row.getArray("asked")),
                                Optional.ofNullable(row.getString("last")),
                                List.of())))
                .forEach(entry -> prospects.put(
                        entry.getKey(), with(entry.getValue(), due.getOrDefault(entry.getKey(), List.of()))));
        return prospects;
    }

    private static Prospect with(Prospect known, List<MemoryCard> due) {
        return new Prospect(known.met(), known.askedToday(), known.last(), due);
    }

    private Map<LearnerId, List<MemoryCard>> due(Collection<Person> people) {
        Map<LearnerId, List<MemoryCard>> due = new HashMap<>();
        // Not to be planned as a join of two whole tables, however few cards there were when the plan was made.
        query(people, "select c.* from ", """
                , lateral (select * from memory_card c where c.learner_id = p.learner_id and c.due_on <= p.day offset 0) c
                """)
                .map((row, context) -> Map.entry(new LearnerId(row.getLong("learner_id")), MemoryCards.card(row)))
                .forEach(entry -> due.computeIfAbsent(entry.getKey(), learner -> new ArrayList<>())
                        .add(entry.getValue()));
        return due;
    }

    private Query query(Collection<Person> people, String select) {
        return query(people, select, "");
    }

    private Query query(Collection<Person> people, String select, String rest) {
        if (people.size() == 1) {
            Person person = people.iterator().next();
            return handle.createQuery(select + ONE + rest)
                    .bind("learner", person.learner().value())
                    .bind("began", person.dayBegan())
                    .bind("day", person.today());
        }
        return handle.createQuery(select + MANY + rest)
                .bindArray(
                        "learners",
                        Long.class,
                        people.stream().map(person -> person.learner().value()).toList())
                .bindArray(
                        "begun",
                        String.class,
                        people.stream()
                                .map(person -> person.dayBegan().toString())
                                .toList())
                .bindArray(
                        "days",
                        String.class,
                        people.stream().map(person -> person.today().toString()).toList());
    }

    private static Set<String> names(Array column) throws SQLException {
        return new HashSet<>(List.of((String[]) column.getArray()));
    }
}
