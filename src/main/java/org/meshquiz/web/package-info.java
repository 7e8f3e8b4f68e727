/** The program's own server: the local chat, health and readiness. */
@NullMarked
package org.meshquiz.web;

import org.jspecify.annotations.NullMarked;
