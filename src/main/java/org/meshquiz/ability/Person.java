package org.meshquiz.ability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One person in one skill: the answers so far, and the belief that they lead to. Not safe for several threads. */
final class Person {
    private final int index;
    private final List<Answer> history = new ArrayList<>();
    private final Set<Integer> met = new HashSet<>();
    private final Map<String, Integer> metOfTopic = new HashMap<>();
    private Track track;
    private int generation;

    /**
     * @param index among the people of the skill
     * @param generation of the parameters by which the track was made
     */
    Person(int index, Track track, int generation) {
        this.index = index;
        this.track = track;
        this.generation = generation;
    }

    int index() {
        return index;
    }

    Track track() {
        return track;
    }

    List<Answer> history() {
        return history;
    }

    boolean isOf(int newest) {
        return generation == newest;
    }

    /** Replaces the belief by one that newer parameters lead to. */
    void follow(Track newTrack, int newGeneration) {
        track = newTrack;
        generation = newGeneration;
    }

    /** Notes an answer; tells whether it is the first to that question. */
    boolean note(Answer answer, Item item) {
        history.add(answer);
        boolean first = met.add(answer.item());
        if (first) {
            metOfTopic.merge(item.topic(), 1, Integer::sum);
        }
        return first;
    }

    boolean hasMet(int item) {
        return met.contains(item);
    }

    int metCount() {
        return met.size();
    }

    int metOfTopic(String topic) {
        return metOfTopic.getOrDefault(topic, 0);
    }
}
