package org.meshquiz.memory;

import java.time.Instant;

/**
 * An answer from the review log.
 *
 * @param at when it was given
 * @param answer what it shows
 */
public record Review(Instant at, ChatAnswer answer) {}
