package org.meshquiz.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meshquiz.memory.History;
import org.meshquiz.memory.Review;

/** The answers that {@code memory fit} has read, by person and question. */
final class ReviewLog {
    private final Map<String, Map<String, List<LogLine>>> people = new TreeMap<>();

    void add(LogLine line) {
        people.computeIfAbsent(line.learner(), person -> new TreeMap<>())
                .computeIfAbsent(line.question(), question -> new ArrayList<>())
                .add(line);
    }

    /** Everybody, in the order of their names. */
    List<String> learners() {
        return List.copyOf(people.keySet());
    }

    /** The histories of one person, in the order of the questions. */
    List<History> of(String learner) {
        return people.getOrDefault(learner, Map.of()).values().stream()
                .map(ReviewLog::history)
                .toList();
    }

    /** The histories of everybody. */
    List<History> ofAll() {
        return learners().stream().flatMap(learner -> of(learner).stream()).toList();
    }

    /** Where a person moved, the zone of the newest line counts for the whole history. */
    private static History history(List<LogLine> lines) {
        List<Review> reviews = lines.stream().map(LogLine::review).toList();
        return new History(reviews, lines.get(lines.size() - 1).zone());
    }
}
