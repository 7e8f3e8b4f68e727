/** A vault of Markdown notes becomes skill notes, and skill notes become derived questions. */
@NullMarked
package org.meshquiz.notes;

import org.jspecify.annotations.NullMarked;
