/** Pictures and charts from plain values: what they show is decided elsewhere. The only place that draws. */
@NullMarked
package org.meshquiz.picture;

import org.jspecify.annotations.NullMarked;
