package org.meshquiz.ability;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels of many people in many skills, held in memory: what {@code ability engine} serves. The same calls after the
 * same reset give the same results. Not safe for use by several threads at once.
 */
public final class Engine {
    private final Map<String, SkillModel> skills = new HashMap<>();
    private final Map<String, SkillModel> homes = new HashMap<>();
    private long seed;

    /** Forgets everything; the seed decides which of equally good questions come next. */
    public void reset(long newSeed) {
        skills.clear();
        homes.clear();
        seed = newSeed;
    }

    /**
     * Adds an item to a skill. An item of the same id is replaced, and the answers to it are kept.
     *
     * @throws IllegalArgumentException if the id is in use in another skill
     */
    public void add(String skill, Item item) {
        SkillModel home = skills.computeIfAbsent(skill, name -> new SkillModel());
        SkillModel before = homes.putIfAbsent(item.id(), home);
        if (before != null && before != home) {
            throw new IllegalArgumentException(
                    "Item '" + item.id() + "' is in another skill already; give this one an id of its own");
        }
        home.add(item);
    }

    /**
     * Takes in an answer. One that is older than the person's last in the skill counts as given at the same moment.
     *
     * @throws IllegalArgumentException if the item is unknown
     */
    public void answer(String user, String item, Observation answer, Instant at) {
        SkillModel home = homes.get(item);
        if (home == null) {
            throw new IllegalArgumentException("Item '" + item + "' is unknown; add it first");
        }
        home.answer(user, item, answer, at);
    }

    /**
     * What is believed about a person's level.
     *
     * @param posterior the belief at the moment asked for
     * @param answers how many different questions it rests on
     */
    public record Estimate(Posterior posterior, int answers) {}

    /** The estimate at a moment; that of a stranger is the team's. Changes nothing. */
    public Estimate estimate(String user, String skill, Instant at) {
        return skill(skill).estimate(user, at);
    }

    /** The question to ask next, or why to stop. Changes nothing, so it gives the same until an answer comes. */
    public Next next(String user, String skill, Instant at, boolean ignoreStop) {
        return skill(skill).next(user, at, ignoreStop, seed);
    }

    /** Learns from all first meetings of a skill; every estimate of the skill follows. */
    public Population calibrate(String skill) {
        return skill(skill).calibrate();
    }

    /** The items of a skill in the order in which they were added, with what is believed about them now. */
    public List<Item> items(String skill) {
        return skill(skill).items();
    }

    private SkillModel skill(String name) {
        return skills.getOrDefault(name, new SkillModel());
    }
}
