/** Command line: reading and writing JSON lines for the tools. */
@NullMarked
package org.meshquiz.commands;

import org.jspecify.annotations.NullMarked;
