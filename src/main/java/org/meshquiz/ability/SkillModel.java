package org.meshquiz.ability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is believed about the items and the people of one skill. It learns by itself: items and team are calibrated anew
 * whenever the first meetings have grown by a quarter, and from 2,000 of them on the pace of drift is weighed, too. Not
 * safe for several threads.
 */
final class SkillModel {
    private static final int WEIGH_DRIFT_FROM = 2_000;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final List<Item> items = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final FirstMeetings meetings = new FirstMeetings();
    private Population team = Population.REFERENCE;
    private List<Drift> drifts = List.of(Drift.REFERENCE);
    private @Nullable DriftWeights driftWeights;
    private int generation;
    private int calibratedAt;

    void add(Item item) {
        Integer index = indices.putIfAbsent(item.id(), items.size());
        if (index == null) {
            items.add(item);
        } else {
            items.set(index, item);
            generation++;
        }
    }

    /**
     * Takes in an answer.
     *
     * @throws IllegalArgumentException when the item is not of this skill
     */
    void answer(String user, String itemId, Observation observation, Instant at) {
        Integer index = indices.get(itemId);
        if (index == null) {
            throw new IllegalArgumentException("Item '" + itemId + "' is unknown; add it first");
        }
        Item item = items.get(index);
        Person person = current(user);
        if (person == null) {
            person = new Person(people.size(), new Track(team, drifts), generation);
            people.put(user, person);
        }
        Answer answer = new Answer(index, observation, at);
        double[] foretold = person.track().take(answer, item);
        if (driftWeights != null) {
            driftWeights.foretold(foretold);
        }
        if (person.note(answer, item)) {
            meetings.add(person.index(), index, observation.correct());
            learn();
        }
    }

    Engine.Estimate estimate(String user, Instant at) {
        Person person = current(user);
        return person == null
                ? new Engine.Estimate(Posterior.prior(team), 0)
                : new Engine.Estimate(person.track().at(at, weights()), person.metCount());
    }

    Next next(String user, Instant at, boolean ignoreStop, long seed) {
        Engine.Estimate now = estimate(user, at);
        Optional<Next.Reason> end = ignoreStop ? Optional.empty() : Placement.end(now.posterior(), now.answers());
        if (end.isPresent()) {
            return new Next.Stop(end.get());
        }
        Person person = people.get(user);
        List<Item> fresh = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            if (person == null || !person.hasMet(index)) {
                fresh.add(items.get(index));
            }
        }
        int answered = person == null ? 0 : person.history().size();
        SplittableRandom random = new SplittableRandom(GOLDEN_GAMMA * seed + 31L * user.hashCode() + answered);
        return Selection.next(now.posterior(), fresh, topic -> person == null ? 0 : person.metOfTopic(topic), random)
                .<Next>map(Next.Ask::new)
                .orElseGet(() -> new Next.Stop(Next.Reason.EMPTY));
    }

    Population calibrate() {
        Calibration.Outcome learned = Calibration.of(items, meetings);
        for (int index = 0; index < items.size(); index++) {
            items.set(index, learned.items().get(index));
        }
        team = learned.team();
        drifts = driftWeights == null ? drifts : DriftWeights.candidates(team);
        generation++;
        return team;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    private void learn() {
        if (!Calibration.isDue(meetings.size(), calibratedAt)) {
            return;
        }
        calibratedAt = meetings.size();
        if (driftWeights == null && meetings.size() >= WEIGH_DRIFT_FROM) {
            driftWeights = new DriftWeights();
        }
        calibrate();
    }

    private double[] weights() {
        return driftWeights == null ? new double[] {1} : driftWeights.weights();
    }

    /** The person as the newest parameters see them; null for a stranger. */
    private @Nullable Person current(String user) {
        Person person = people.get(user);
        if (person != null && !person.isOf(generation)) {
            Track track = new Track(team, drifts);
            person.history().forEach(answer -> track.take(answer, items.get(answer.item())));
            person.follow(track, generation);
        }
        return person;
    }
}
