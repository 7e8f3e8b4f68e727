/** What pages show, and to whom: one's own levels, a team in numbers, questions for their authors. */
@NullMarked
package org.meshquiz.quiz.dashboard;

import org.jspecify.annotations.NullMarked;
