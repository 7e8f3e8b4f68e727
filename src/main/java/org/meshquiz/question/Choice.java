package org.meshquiz.question;

import org.jspecify.annotations.Nullable;

/**
 * One option of a question.
 *
 * @param text what the option says; parts in backticks are code
 * @param correct whether it belongs to the right answer
 * @param why why a person who chose it is wrong; null for a right option, or where nothing is known beyond the
 *     explanation
 */
public record Choice(
        Localized text, boolean correct, @Nullable Localized why) {}
