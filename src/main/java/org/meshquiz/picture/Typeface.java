package org.meshquiz.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The letters of all pictures: DejaVu Sans, which comes with the program, since a container need not have any font. It has
 * Latin, Cyrillic, Greek, Hebrew and Arabic letters and the older emoji.
 */
final class Typeface {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    static {
        // Before anything of AWT is loaded: there is no screen, and none is asked for.
        System.setProperty("java.awt.headless", "true");
    }

    static final Typeface REGULAR = new Typeface("DejaVuSans.ttf");
    static final Typeface BOLD = new Typeface("DejaVuSans-Bold.ttf");

    private final Font font;

    private Typeface(String file) {
        this.font = load(file);
    }

    /** The letters at a size in pixels. */
    Font at(float size) {
        return font.deriveFont(size);
    }

    /** The text without what these letters cannot write; a dash where nothing is left. */
    String writable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(point -> font.canDisplay(point) && Character.getType(point) != Character.CONTROL)
                .forEach(kept::appendCodePoint);
        String left = kept.toString().strip();
        return left.isEmpty() ? "—" : left;
    }

    private static Font load(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing; build the jar anew");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + file + " is damaged; build the jar anew", e);
        }
    }
}
