package org.meshquiz.quiz;

import java.time.Duration;

/** Is told what happens, for figures. It returns at once and throws nothing, since people wait meanwhile. */
public interface Watch {
    /** Looks away. */
    Watch NONE = new Watch() {
        @Override
        public void answered(boolean right, Duration grading) {}

        @Override
        public void handled(Duration time, boolean well) {}
    };

    /**
     * An answer was marked; its transaction may still fail and be tried again.
     *
     * @param grading from the key to the memory and the level, without the words about it and without the next question
     */
    void answered(boolean right, Duration grading);

    /**
     * What a person did was handled, from taking it up to the end of the transaction.
     *
     * @param well whether it succeeded
     */
    void handled(Duration time, boolean well);
}
