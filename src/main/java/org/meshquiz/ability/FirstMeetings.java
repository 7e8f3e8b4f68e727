package org.meshquiz.ability;

import java.util.Arrays;

/**
 * Who answered what at the first meeting, in one skill: what a calibration learns from. People and items are given by
 * their indices, in any order.
 */
public final class FirstMeetings {
    private int[] people = new int[64];
    private int[] items = new int[64];
    private boolean[] marks = new boolean[64];
    private int size;
    private int peopleCount;

    /** Adds one answer; each pair of a person and an item counts once, which the caller sees to. */
    public void add(int person, int item, boolean correct) {
        if (size == people.length) {
            people = Arrays.copyOf(people, 2 * size);
            items = Arrays.copyOf(items, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        people[size] = person;
        items[size] = item;
        marks[size] = correct;
        size++;
        peopleCount = Math.max(peopleCount, person + 1);
    }

    /** How many answers there are. */
    public int size() {
        return size;
    }

    int peopleCount() {
        return peopleCount;
    }

    int person(int index) {
        return people[index];
    }

    int item(int index) {
        return items[index];
    }

    boolean correct(int index) {
        return marks[index];
    }
}
