package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param tiers the options, the nearest group first; a farther group is looked at only where those before do not do
     * @return empty where there are too few
     */
    Optional<List<Wrong>> choose(String seed, Localized right, Stream<List<Wrong>> tiers) {
        List<Wrong> chosen = new ArrayList<>();
        for (Iterator<List<Wrong>> tier = tiers.iterator(); tier.hasNext(); ) {
            take(seed, right, chosen, tier.next());
            if (chosen.size() == WRONG) {
                return Optional.of(chosen);
            }
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
    Optional<List<Wrong>> mended(Localized ask, Localized right, List<Wrong> wrong, Stream<List<Wrong>> tiers) {
        List<Wrong> kept = wrong.subList(0, WRONG - 1);
        return tiers.flatMap(List::stream)
                .filter(option -> joins(option, right, kept))
                .map(option -> with(kept, option))
                .filter(choice -> !givesAway(ask, right, choice))
                .findFirst();
    }

    private static List<Wrong> with(List<Wrong> kept, Wrong option) {
        List<Wrong> choice = new ArrayList<>(kept);
        choice.add(option);
        return choice;
    }

    /** Whether an option differs from the right one and from those that are chosen already. */
    private boolean joins(Wrong option, Localized right, List<Wrong> chosen) {
        return !alike(option.text(), right) && chosen.stream().noneMatch(other -> alike(option.text(), other.text()));
    }

    /** Whether two options say the same, or one says it and more. */
    private boolean alike(Localized a, Localized b) {
        return languages.stream().anyMatch(language -> {
            String first = a.in(language);
            String second = b.in(language);
            boolean contained = words.overlap(first, second);
            return contained || words.soundAlike(first, second);
        });
    }

    /** Takes what is lacking from a group: as many longer options as the lot says, and of those the nearest in length. */
    private void take(String seed, Localized right, List<Wrong> chosen, List<Wrong> group) {
        List<Placed> placed = group.stream()
                .map(option -> new Placed(
                        option,
                        excess(option, right),
                        Chance.of(seed + option.fact().home().slug())))
                .sorted()
                .toList();
        List<Wrong> longer = placed.stream()
                .filter(option -> option.excess > 0)
                .map(Placed::option)
                .toList();
        List<Wrong> others = placed.stream()
                .filter(option -> option.excess <= 0)
                .map(Placed::option)
                .toList();
        long lacking = lot(seed)
                - chosen.stream().filter(option -> excess(option, right) > 0).count();
        takeFrom(longer, chosen.size() + (int) Math.max(0, lacking), right, chosen);
        takeFrom(others, WRONG, right, chosen);
        takeFrom(longer, WRONG, right, chosen);
    }

    /** An option and what decides its turn: those nearest in length to the right one come first, then as the lot falls. */
    private record Placed(Wrong option, int excess, int lot) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            int nearer = Integer.compare(Math.abs(excess), Math.abs(other.excess));
            return nearer == 0 ? Integer.compare(lot, other.lot) : nearer;
        }
    }

    private void takeFrom(List<Wrong> group, int most, Localized right, List<Wrong> chosen) {
        for (Wrong option : group) {
            if (chosen.size() < Math.min(most, WRONG) && joins(option, right, chosen)) {
                chosen.add(option);
            }
        }
    }

    /** How many of the wrong options are to be longer than the right one. */
    private static int lot(String seed) {
        return Chance.share(seed) < LONGEST_SHARE ? 0 : 1 + Math.floorMod(Chance.of(seed + "?"), WRONG);
    }

    /** How much longer an option is than the right one, in characters over all languages. */
    private int excess(Wrong option, Localized right) {
        return languages.stream()
                .mapToInt(language ->
                        option.text().in(language).length() - right.in(language).length())
                .sum();
    }
}
