/** Telegram: its updates become what people did, and cards become its messages. Nobody else knows its library. */
@NullMarked
package org.meshquiz.telegram;

import org.jspecify.annotations.NullMarked;
