package org.meshquiz.bank;

/** How much fits into a question, in Unicode code points; README.md of the bank states the same numbers. */
final class Limits {
    static final int ASK = 300;
    static final int CODE = 1_200;
    static final int CODE_LINES = 28;
    static final int OPTION = 100;
    static final int WHY = 200;
    static final int EXPLAIN = 600;

    /** An accepted form is something that a person types into a chat. */
    static final int ACCEPTED_FORM = 200;

    static final int FEWEST_OPTIONS = 3;
    static final int FEWEST_OPTIONS_OF_SEVERAL = 4;
    static final int MOST_OPTIONS = 5;
    static final int MOST_QUESTIONS_IN_A_FILE = 1_000;

    private Limits() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
