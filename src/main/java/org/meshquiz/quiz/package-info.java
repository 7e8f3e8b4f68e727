/** The application: conversations, sessions, answers, the daily plan, standings and privacy. */
@NullMarked
package org.meshquiz.quiz;

import org.jspecify.annotations.NullMarked;
