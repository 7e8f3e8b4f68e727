package org.meshquiz.notes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a note as lines; whatever is damaged in them is mended and told. */
final class NoteText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private NoteText() {}

    /** Lines without their ends, be they of Unix, Windows or an old Mac. */
    static List<String> lines(byte[] bytes, Warnings warnings) {
        String text = new String(bytes, charset(bytes));
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(plain(line)));
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).indexOf(REPLACEMENT) >= 0) {
                warnings.at(
                        index + 1,
                        "some bytes are no text in UTF-8; they read as " + REPLACEMENT + ", save the note anew");
                break;
            }
        }
        return lines;
    }

    private static Charset charset(byte[] bytes) {
        boolean marked = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String plain(String line) {
        boolean clean = line.chars().noneMatch(sign -> sign == 0 || MarkdownSource.isReserved(sign));
        if (clean) {
            return line;
        }
        StringBuilder mended = new StringBuilder(line);
        for (int index = 0; index < mended.length(); index++) {
            char sign = mended.charAt(index);
            if (sign == 0 || MarkdownSource.isReserved(sign)) {
                mended.setCharAt(index, REPLACEMENT);
            }
        }
        return mended.toString();
    }
}
