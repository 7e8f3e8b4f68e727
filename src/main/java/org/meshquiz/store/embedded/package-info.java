/** A durable PostgreSQL of the program's own, for machines without a server. */
@NullMarked
package org.meshquiz.store.embedded;

import org.jspecify.annotations.NullMarked;
