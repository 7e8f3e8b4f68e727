/** Question files and notes become the checked bank that people are asked from. */
@NullMarked
package org.meshquiz.bank;

import org.jspecify.annotations.NullMarked;
