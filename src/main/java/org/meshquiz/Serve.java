package org.meshquiz;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Runs the program until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts everything and prints the address when it is ready (the default).")
final class Serve implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")));
        CountDownLatch stopped = new CountDownLatch(1);
        Program program = Program.start(config, InstantSource.system());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            program.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        PrintStream out = System.out;
        out.println("MeshQuiz is ready: http://127.0.0.1:" + program.port());
        out.flush();
        stopped.await();
        return 0;
    }
}
