package org.meshquiz.bank.lint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What can be seen of an option by somebody who cannot read: its length, its words, its signs. */
final class Cues {
    /** How many numbers {@link #of} gives for an option. */
    static final int NUMBER = 9;

    private Cues() {}

    /** The numbers of each option, less their mean over the options of the same question. */
    static double[][] of(Item item) {
        List<String> options = item.options();
        double[][] cues = new double[options.size()][];
        int[] lengths =
                options.stream().mapToInt(option -> visible(option).length()).toArray();
        for (int option = 0; option < cues.length; option++) {
            cues[option] = raw(options.get(option), lengths, item.isRussian());
        }
        for (int cue = 0; cue < NUMBER; cue++) {
            int column = cue;
            double mean = IntStream.range(0, cues.length)
                    .mapToDouble(option -> cues[option][column])
                    .average()
                    .orElse(0);
            for (double[] option : cues) {
                option[column] -= mean;
            }
        }
        return cues;
    }

    /** The text as it is read: without backticks. */
    static String visible(String option) {
        return option.replace("`", "").strip();
    }

    private static double[] raw(String text, int[] lengths, boolean russian) {
        int length = visible(text).length();
        long shorter = Arrays.stream(lengths).filter(other -> other < length).count();
        long longer = Arrays.stream(lengths).filter(other -> other > length).count();
        return new double[] {
            shorter,
            longer == 0 ? 1 : 0,
            shorter == 0 ? 1 : 0,
            Math.log1p(length),
            Math.log1p(Words.of(text).size()),
            Absolutes.in(text, russian),
            text.chars().filter(Character::isDigit).count(),
            text.chars().filter(sign -> sign == '`').count() / 2.0,
            text.chars().filter(sign -> ",;:()«»\"—".indexOf(sign) >= 0).count(),
        };
    }
}
