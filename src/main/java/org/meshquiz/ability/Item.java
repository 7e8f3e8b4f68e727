package org.meshquiz.ability;

import java.util.Optional;

/**
 * A question as the estimate sees it.
 *
 * @param id unique among the questions of its skill
 * @param label the level that its author gave it
 * @param format how it is answered, which sets the chance of a lucky guess
 * @param topic the domain it belongs to; the choice of questions keeps the domains balanced
 * @param parameters what is believed about its difficulty and discrimination
 */
public record Item(String id, Band label, Format format, String topic, Parameters parameters) {
    private static final double SURELY_WRONG = 0.8;

    public Item {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An item needs an id that is not blank");
        }
    }

    /** An item about which nothing but its author's label is known. */
    public static Item labelled(String id, Band label, Format format, String topic) {
        return new Item(id, label, format, topic, Parameters.prior(label));
    }

    /** The same item after more was learned about it. */
    public Item with(Parameters learned) {
        return new Item(id, label, format, topic, learned);
    }

    /** The level that the answers suggest, where the author's is wrong with a probability above 0.8. */
    public Optional<Band> suggestedLabel() {
        double[] bands = parameters.bands();
        if (1 - bands[label.rank()] <= SURELY_WRONG) {
            return Optional.empty();
        }
        int likeliest = 0;
        for (int rank = 1; rank < bands.length; rank++) {
            if (bands[rank] > bands[likeliest]) {
                likeliest = rank;
            }
        }
        return Optional.of(Band.ofRank(likeliest));
    }

    /** The chance of a right answer of a person at a point of the ability grid, at the first meeting. */
    double right(int point) {
        double knows = parameters.knows(point);
        return knows * (1 - Evidence.SLIP) + (1 - knows) * guessing();
    }

    /**
     * The chance of a right answer at the first meeting, luck included.
     *
     * @param ability of the person, on the scale of the levels; beyond the scale's ends it counts as the end
     */
    public double chance(double ability) {
        return right(Grid.nearest(ability));
    }

    double guessing() {
        return format.guessing();
    }
}
