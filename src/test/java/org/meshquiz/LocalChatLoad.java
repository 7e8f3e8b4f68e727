package org.meshquiz;

import java.util.Arrays;
import java.util.List;

/**
 * Measures answers through the local chat's JSON interface: starts sessions, presses the first option of every question and
 * prints the median and the 99th percentile of the presses.
 *
 * <p>Run against a program that is already up:
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.meshquiz.LocalChatLoad
 * -Dexec.args="8080 2000"}
 */
public final class LocalChatLoad {
    private static final int WARM_UP = 200;

    private LocalChatLoad() {}

    /** The port, and how many answers to count. */
    public static void main(String[] args) {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
        int answers = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        long[] nanos = new long[WARM_UP + answers];
        int done = 0;
        for (int person = 0; done < nanos.length; person++) {
            LocalChatClient chat = new LocalChatClient(port, "load-" + System.nanoTime() + "-" + person);
            List<LocalChatClient.Message> messages = chat.write("/quiz istio 50");
            while (done < nanos.length && isQuestion(LocalChatClient.last(messages))) {
                String token = LocalChatClient.last(messages).button("I don’t know");
                long from = System.nanoTime();
                messages = chat.press(token);
                nanos[done++] = System.nanoTime() - from;
            }
        }
        long[] counted = Arrays.copyOfRange(nanos, WARM_UP, nanos.length);
        Arrays.sort(counted);
        System.out.printf(
                "%d answers: median %.2f ms, 99th percentile %.2f ms, slowest %.2f ms%n",
                counted.length,
                counted[counted.length / 2] / 1e6,
                counted[(int) (counted.length * 0.99)] / 1e6,
                counted[counted.length - 1] / 1e6);
    }

    private static boolean isQuestion(LocalChatClient.Message message) {
        return message.buttons().stream().anyMatch(button -> button.getKey().contains("I don’t know"));
    }
}
