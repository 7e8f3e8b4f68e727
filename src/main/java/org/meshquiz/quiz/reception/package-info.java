/** How an adapter takes updates in: stored first, handled after, those of one person one after another. */
@NullMarked
package org.meshquiz.quiz.reception;

import org.jspecify.annotations.NullMarked;
