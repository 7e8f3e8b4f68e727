/** What people read: each kind of message, built from values, in Russian and English. */
@NullMarked
package org.meshquiz.quiz.view;

import org.jspecify.annotations.NullMarked;
