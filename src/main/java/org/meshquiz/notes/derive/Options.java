package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meshquiz.question.Localized;

/**
 * Chooses the wrong options of a question among those that fit, so that the look of the right one does not give it away.
 * The same notes always give the same choice.
 */
final class Options {
    /** How many wrong options a question has. */
    static final int WRONG = 3;

    /** How often the lot makes the right option the longest; a group's longest, which always is, makes it a quarter. */
    private static final double LONGEST_SHARE = 0.24;

    private final Words words;
    private final List<Locale> languages;

    Options(Words words, List<Locale> languages) {
        this.words = words;
        this.languages = languages;
    }

    /**
     * A wrong option.
     *
     * @param text what it says
     * @param fact what it is true of
     */
    record Wrong(Localized text, Fact fact) {}

    /**
     * Chooses among options that fit.
     *
     * @param seed names the question
     * @param tiers the options, the nearest group first; a farther group is used only as far as needed
     * @return empty where there are too few
     */
    Optional<List<Wrong>> choose(String seed, Localized right, List<List<Wrong>> tiers) {
        List<Wrong> chosen = new ArrayList<>();
        for (List<Wrong> tier : tiers) {
            List<Wrong> distinct = distinct(tier, right, chosen);
            if (chosen.size() + distinct.size() >= WRONG) {
                return Optional.of(fill(seed, right, chosen, distinct));
            }
            chosen.addAll(distinct);
        }
        return Optional.empty();
    }

    /**
     * Whether the right option alone repeats words of the question.
     *
     * @param ask the question as it is shown
     */
    boolean givesAway(Localized ask, Localized right, List<Wrong> wrong) {
        return languages.stream().anyMatch(language -> {
            int own = words.shared(ask.in(language), right.in(language));
            return own > 0
                    && wrong.stream()
                            .noneMatch(option ->
                                    words.shared(ask.in(language), option.text().in(language)) >= own);
        });
    }

    /** The choice with its last option replaced by one that repeats as much of the question as the right one does. */
    Optional<List<Wrong>> mended(Localized ask, Localized right, List<Wrong> wrong, List<List<Wrong>> tiers) {
        List<Wrong> kept = wrong.subList(0, WRONG - 1);
        return tiers.stream()
                .flatMap(List::stream)
                .filter(option -> distinct(List.of(option), right, kept).size() == 1)
                .map(option -> with(kept, option))
                .filter(choice -> !givesAway(ask, right, choice))
                .findFirst();
    }

    private static List<Wrong> with(List<Wrong> kept, Wrong option) {
        List<Wrong> choice = new ArrayList<>(kept);
        choice.add(option);
        return choice;
    }

    private List<Wrong> distinct(List<Wrong> tier, Localized right, List<Wrong> chosen) {
        List<Localized> taken = new ArrayList<>(chosen.stream().map(Wrong::text).toList());
        taken.add(right);
        List<Wrong> distinct = new ArrayList<>();
        for (Wrong option : tier) {
            if (taken.stream().noneMatch(text -> alike(text, option.text()))) {
                distinct.add(option);
                taken.add(option.text());
            }
        }
        return distinct;
    }

    /** Whether two options say the same, or one says it and more. */
    private boolean alike(Localized a, Localized b) {
        return languages.stream().anyMatch(language -> {
            String first = a.in(language);
            String second = b.in(language);
            boolean contained = words.overlap(first, second);
            return contained || Masking.soundAlike(first, second);
        });
    }

    /**
     * Takes what is lacking from a group: as many longer options as the lot says, and of those the nearest in length.
     */
    private List<Wrong> fill(String seed, Localized right, List<Wrong> chosen, List<Wrong> group) {
        List<Wrong> choice = new ArrayList<>(chosen);
        int longer = Chance.share(seed) < LONGEST_SHARE ? 0 : 1 + Math.floorMod(Chance.of(seed + "?"), WRONG);
        longer -= (int)
                chosen.stream().filter(option -> excess(option, right) > 0).count();
        List<Wrong> near = new ArrayList<>(group);
        near.sort(Comparator.comparingInt((Wrong option) -> Math.abs(excess(option, right)))
                .thenComparingInt(option -> Chance.of(seed + option.text())));
        for (Wrong option : near) {
            if (choice.size() < WRONG && longer > 0 && excess(option, right) > 0) {
                choice.add(option);
                longer--;
            }
        }
        near.removeAll(choice);
        near.sort(Comparator.comparing((Wrong option) -> excess(option, right) > 0));
        choice.addAll(near.subList(0, Math.max(0, WRONG - choice.size())));
        return choice;
    }

    /** How much longer an option is than the right one, in characters over all languages. */
    private int excess(Wrong option, Localized right) {
        return languages.stream()
                .mapToInt(language ->
                        option.text().in(language).length() - right.in(language).length())
                .sum();
    }
}
