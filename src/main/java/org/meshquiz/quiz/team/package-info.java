/** Groups and teams: questions for everybody, who is in a team, its settings, and its standings. */
@NullMarked
package org.meshquiz.quiz.team;

import org.jspecify.annotations.NullMarked;
