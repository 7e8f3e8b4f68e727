package org.meshquiz;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The program on a machine whose clock is wrong: by as much as the first argument says. */
public final class SkewedProgram {
    private SkewedProgram() {}

    public static void main(String[] args) throws InterruptedException {
        Duration skew = Duration.parse(args[0]);
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Program program = Program.start(config, () -> Instant.now().plus(skew));
        PrintStream out = System.out;
        out.println("http://127.0.0.1:" + program.port());
        out.flush();
        new CountDownLatch(1).await();
    }
}
