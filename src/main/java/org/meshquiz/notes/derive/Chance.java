package org.meshquiz.notes.derive;

/** Choices that look random and are always the same: numbers made from texts. */
final class Chance {
    private Chance() {}

    /** A well mixed number from a text. */
    static int of(String text) {
        int mixed = text.hashCode();
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    /** A number in [0, 1) from a text. */
    static double share(String text) {
        return (of(text) & 0xFFFFFF) / (double) 0x1000000;
    }
}
