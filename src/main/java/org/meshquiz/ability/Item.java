package org.meshquiz.ability;

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

    double guessing() {
        return format.guessing();
    }
}
