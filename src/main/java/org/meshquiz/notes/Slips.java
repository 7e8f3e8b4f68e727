package org.meshquiz.notes;

/** How many letters two words differ by (Levenshtein's distance). */
final class Slips {
    private Slips() {}

    /**
     * Counts insertions, deletions and replacements of letters.
     *
     * @param enough the count at which the words are known to be different; the answer is then at least this
     */
    static int between(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] above = new int[b.length() + 1];
        for (int column = 0; column <= b.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= a.length(); row++) {
            above = next(above, a.charAt(row - 1), b, row);
        }
        return above[b.length()];
    }

    private static int[] next(int[] above, char letter, String b, int row) {
        int[] line = new int[above.length];
        line[0] = row;
        for (int column = 1; column < line.length; column++) {
            int replaced = above[column - 1] + (letter == b.charAt(column - 1) ? 0 : 1);
            line[column] = Math.min(replaced, 1 + Math.min(line[column - 1], above[column]));
        }
        return line;
    }
}
