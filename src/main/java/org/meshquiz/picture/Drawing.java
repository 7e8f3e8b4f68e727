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
            return without(missing);
        } catch (RuntimeException fault) {
            if (isJavas(fault)) {
                return without(fault);
            }
            throw fault;
        }
    }

    private static Optional<byte[]> without(Throwable missing) {
        if (TOLD.compareAndSet(false, true)) {
            LOG.warn(
                    "No pictures are drawn, text stands for them: this Java finds no library for letters ({});"
                            + " install libfreetype6 and libfontconfig1",
                    missing.getClass().getName());
        }
        return Optional.empty();
    }

    /** Newer Javas tell of a missing fontconfig by an exception of no class of its own, from inside of them. */
    private static boolean isJavas(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("sun.");
    }
}
