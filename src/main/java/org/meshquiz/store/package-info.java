/** All SQL, one class a table or aggregate; a transaction is opened here and nowhere else. */
@NullMarked
package org.meshquiz.store;

import org.jspecify.annotations.NullMarked;
