/** Figures for operators: what is counted and timed, under the names that Prometheus scrapes. */
@NullMarked
package org.meshquiz.metrics;

import org.jspecify.annotations.NullMarked;
