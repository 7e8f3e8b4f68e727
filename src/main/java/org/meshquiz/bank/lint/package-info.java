/** What tells a good bank from one that gives its answers away, measured. */
@NullMarked
package org.meshquiz.bank.lint;

import org.jspecify.annotations.NullMarked;
