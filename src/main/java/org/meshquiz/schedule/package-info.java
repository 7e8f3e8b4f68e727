/** Quartz jobs that tick the application; they decide nothing themselves. */
@NullMarked
package org.meshquiz.schedule;

import org.jspecify.annotations.NullMarked;
