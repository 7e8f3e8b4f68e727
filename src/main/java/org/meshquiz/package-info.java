/** Starting and stopping: configuration, wiring by constructors, the command line. */
@NullMarked
package org.meshquiz;

import org.jspecify.annotations.NullMarked;
