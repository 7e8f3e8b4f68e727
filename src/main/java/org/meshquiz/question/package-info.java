/** Values of the subject: skills, levels, questions and their texts in each language. */
@NullMarked
package org.meshquiz.question;

import org.jspecify.annotations.NullMarked;
