/** Authored questions in the files of other tools: Moodle's GIFT and Anki's text. */
@NullMarked
package org.meshquiz.bank.exchange;

import org.jspecify.annotations.NullMarked;
