package org.meshquiz.picture;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws where this Java can draw: one without the system's libraries for letters says so once, and what is told stays text. */
public final class Drawing {
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Drawing() {}

    /** The picture as PNG; empty where none can be drawn here. */
    public static Optional<byte[]> of(Supplier<byte[]> png) {
        try {
            return Optional.of(png.get());
        } catch (LinkageError | InternalError missing) {
            if (TOLD.compareAndSet(false, true)) {
                LOG.warn(
                        "No pictures are drawn, text stands for them: this Java finds no library for letters ({});"
                                + " install libfreetype6 and libfontconfig1",
                        missing.getClass().getName());
            }
            return Optional.empty();
        }
    }
}
