/** FSRS-6 arithmetic: when to ask a question again, corrected for lucky guesses. */
@NullMarked
package org.meshquiz.memory;

import org.jspecify.annotations.NullMarked;
