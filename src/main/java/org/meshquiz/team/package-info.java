/** What makes a team: points for answers, ranks, leagues of comparable people, and what is told of how many at least. */
@NullMarked
package org.meshquiz.team;

import org.jspecify.annotations.NullMarked;
