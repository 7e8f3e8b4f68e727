/** The people who learn: who they are, where they chat, and when they want to be asked. */
@NullMarked
package org.meshquiz.learner;

import org.jspecify.annotations.NullMarked;
