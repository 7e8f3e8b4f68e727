package org.meshquiz.web;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the requests of one person through one after another. A fixed number of locks is shared by all people, so that
 * made-up names take no memory.
 */
final class PersonLocks {
    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    /** Does the work while no other work of this person is done. */
    <T> T holding(String person, Supplier<T> work) {
        ReentrantLock stripe = stripes[Math.floorMod(person.hashCode(), STRIPES)];
        stripe.lock();
        try {
            return work.get();
        } finally {
            stripe.unlock();
        }
    }
}
