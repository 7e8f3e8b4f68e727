/** What every chat platform can say and hear, and the Messenger that each adapter implements. */
@NullMarked
package org.meshquiz.chat;

import org.jspecify.annotations.NullMarked;
