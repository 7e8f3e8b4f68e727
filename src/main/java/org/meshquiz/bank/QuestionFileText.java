package org.meshquiz.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a question file, if it is text: not too large, in UTF-8, without control characters. */
final class QuestionFileText {
    /** Twelve times the largest file of the bank, in bytes. */
    static final int MOST_BYTES = 1_200_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private QuestionFileText() {}

    /** Reads the file; where it is no text, the fault says so and nothing comes back. */
    static Optional<String> read(Path file, Faults faults) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                faults.add(1, "the file is larger than " + MOST_BYTES + " bytes", "split it by domain");
                return Optional.empty();
            }
            return decode(bytes, faults);
        } catch (IOException e) {
            faults.add(1, "the file cannot be read (" + e.getMessage() + ")", "check that it is there and readable");
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            faults.add(lineAt(text, text.length()), "the file is not UTF-8 here", "save it as UTF-8");
            return Optional.empty();
        }
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        int control = firstControl(plain);
        if (control >= 0) {
            String name = String.format("U+%04X", (int) plain.charAt(control));
            faults.add(lineAt(plain, control), "the control character " + name + " stands here", "delete it");
            return Optional.empty();
        }
        return Optional.of(plain);
    }

    private static int firstControl(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean allowed = c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c);
            if (!allowed || c == '\ufffe' || c == '\uffff') {
                return at;
            }
        }
        return -1;
    }

    private static int lineAt(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
