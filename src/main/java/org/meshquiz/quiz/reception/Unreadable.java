package org.meshquiz.quiz.reception;

/** An update that has not the form it must have. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is wrong with it, without what people wrote
     */
    public Unreadable(String reason) {
        super(reason);
    }

    /** What is wrong. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
