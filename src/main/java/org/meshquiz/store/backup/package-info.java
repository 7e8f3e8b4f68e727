/** All that is kept, taken from one database and brought to another: directly, or by a file. */
@NullMarked
package org.meshquiz.store.backup;

import org.jspecify.annotations.NullMarked;
