package org.meshquiz.ability;

/** What to do next with a person: ask a question, or stop. */
public sealed interface Next {
    /** Ask this item. */
    record Ask(Item item) implements Next {}

    /** Ask no more, for this reason. */
    record Stop(Reason reason) implements Next {}

    /** Why placement ends. */
    enum Reason {
        /** One level is probable enough. */
        SURE,
        /** Two neighbouring levels are. */
        PAIR,
        /** As many questions were asked as can be asked of anyone. */
        CAP,
        /** No question is left that the person has not met. */
        EMPTY
    }
}
