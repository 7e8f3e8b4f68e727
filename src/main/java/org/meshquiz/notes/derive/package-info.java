/** Questions made from skill notes alone. */
@NullMarked
package org.meshquiz.notes.derive;

import org.jspecify.annotations.NullMarked;
