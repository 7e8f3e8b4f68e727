package org.meshquiz.quiz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.meshquiz.chat.Messenger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that send all the time, a few for each platform: the platforms' limits leave nothing for more to do, and a crash
 * may repeat one message a thread.
 */
public final class BackgroundSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundSender.class);
    private static final Duration REST_AFTER_FAULT = Duration.ofSeconds(1);

    private final Sender sender;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    private BackgroundSender(Sender sender) {
        this.sender = sender;
    }

    /**
     * Starts sending.
     *
     * @param sender what is sent with
     * @param threadsEach threads for each of its platforms, at least 1
     */
    public static BackgroundSender start(Sender sender, int threadsEach) {
        BackgroundSender background = new BackgroundSender(sender);
        for (String platform : sender.platforms()) {
            for (int number = 1; number <= threadsEach; number++) {
                Thread thread = new Thread(() -> background.run(platform), "sender-" + platform + "-" + number);
                thread.setDaemon(true);
                background.threads.add(thread);
            }
        }
        background.threads.forEach(Thread::start);
        return background;
    }

    /** Says that something waits, so that it need not wait for the next look. */
    public void wake() {
        threads.forEach(LockSupport::unpark);
    }

    /** Stops after the messages under way. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            for (Thread thread : threads) {
                thread.join(Messenger.LONGEST_CALL.plus(REST_AFTER_FAULT).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String platform) {
        boolean well = true;
        while (!stopping) {
            Duration rest;
            try {
                rest = sender.sendNext(platform);
                well = true;
            } catch (RuntimeException fault) {
                if (well) {
                    LOG.error("Sending to {} does not work; it is tried again until it does", platform, fault);
                }
                well = false;
                rest = REST_AFTER_FAULT;
            }
            if (!rest.isZero() && !stopping) {
                LockSupport.parkNanos(rest.toNanos());
            }
        }
    }
}
