/** Item response arithmetic: the level estimate and its uncertainty. */
@NullMarked
package org.meshquiz.ability;

import org.jspecify.annotations.NullMarked;
