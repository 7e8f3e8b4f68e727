/** Pages in a browser: one's own levels, a team in numbers, questions for their authors. HTML from the server, no scripts. */
@NullMarked
package org.meshquiz.web.pages;

import org.jspecify.annotations.NullMarked;
