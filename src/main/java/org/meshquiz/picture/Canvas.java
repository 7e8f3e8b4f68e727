package org.meshquiz.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A sheet to draw on, in pixels from the upper left. Not safe for several threads. */
final class Canvas {
    /** Of every picture, so that phones show its letters at the same size. */
    static final int WIDTH = 800;

    static final int MARGIN = 36;
    /** Between the margins. */
    static final double ROOM = WIDTH - 2.0 * MARGIN;
    /** Height of the title and what is under it. */
    static final int HEAD = 130;

    /** Of the size that a text should have, what it is set in at least. */
    private static final double SMALLEST = 0.75;

    private static final String ELLIPSIS = "…";
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final List<Drawn> drawn = new ArrayList<>();

    /**
     * A text that was drawn.
     *
     * @param text as it was drawn, shortened where it had to be
     * @param bounds where its ink may be
     */
    record Drawn(String text, Rectangle2D bounds) {}

    Canvas(int width, int height) {
        // Seven bits a colour are enough for flat areas, and an indexed picture would have rough letters.
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        fill(0, 0, width, height, 0, Palette.GROUND);
    }

    /** A sheet with a title and what it is of; what follows begins at {@link #HEAD}. */
    static Canvas titled(int height, String title, String subtitle) {
        Canvas canvas = new Canvas(WIDTH, height);
        canvas.text(title, MARGIN, 62, ROOM, Typeface.BOLD, 36, Palette.TEXT);
        canvas.text(subtitle, MARGIN, 102, ROOM, Typeface.REGULAR, 22, Palette.QUIET);
        return canvas;
    }

    void fill(double x, double y, double width, double height, double round, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new RoundRectangle2D.Double(x, y, width, height, round, round));
    }

    /** Draws text in one line, set smaller to fit and, where that is not enough, shortened; {@code y} is its base line. */
    void text(String text, double x, double y, double room, Typeface face, float size, Color colour) {
        String writable = face.writable(text);
        float smaller = sizeOf(writable, face, size, room);
        draw(fitting(writable, face, smaller, room), x, y, face, smaller, colour);
    }

    /** The same ending at {@code right}; returns where it begins. */
    double textEndingAt(String text, double right, double y, double room, Typeface face, float size, Color colour) {
        String writable = face.writable(text);
        float smaller = sizeOf(writable, face, size, room);
        String fitting = fitting(writable, face, smaller, room);
        double x = right - width(fitting, face, smaller);
        draw(fitting, x, y, face, smaller, colour);
        return x;
    }

    /** Draws text over several lines, broken at spaces, and returns the base line below the last. */
    double paragraph(
            String text, double x, double y, double room, int mostLines, Typeface face, float size, Color colour) {
        double line = y;
        for (String part : lines(face.writable(text), room, mostLines, face, size)) {
            draw(part, x, line, face, size, colour);
            line += size * 1.35;
        }
        return line;
    }

    /** What a paragraph is broken into; the last line is shortened where more does not fit. */
    static List<String> lines(String text, double room, int mostLines, Typeface face, float size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, face, size) > room && lines.size() < mostLines - 1) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines.stream().map(part -> fitting(part, face, size, room)).toList();
    }

    /** The texts that were drawn. */
    List<Drawn> drawn() {
        return List.copyOf(drawn);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    byte[] png() {
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(String text, double x, double y, Typeface face, float size, Color colour) {
        TextLayout layout = new TextLayout(text, face.at(size), MEASURE);
        graphics.setColor(colour);
        layout.draw(graphics, (float) x, (float) y);
        drawn.add(new Drawn(
                text,
                new Rectangle2D.Double(
                        x, y - layout.getAscent(), layout.getAdvance(), layout.getAscent() + layout.getDescent())));
    }

    /** The size, or the largest of the smaller ones that one can still read at which all of the text fits. */
    private static float sizeOf(String text, Typeface face, float size, double room) {
        double wide = width(text, face, size);
        if (wide <= room) {
            return size;
        }
        // Letters do not shrink quite evenly; a hundredth is more than they differ.
        return (float) Math.max(size * SMALLEST, size * 0.99 * room / wide);
    }

    private static String fitting(String text, Typeface face, float size, double room) {
        if (width(text, face, size) <= room) {
            return text;
        }
        int length = text.codePointCount(0, text.length());
        while (length > 1) {
            length--;
            String shorter =
                    text.substring(0, text.offsetByCodePoints(0, length)).strip() + ELLIPSIS;
            if (width(shorter, face, size) <= room) {
                return shorter;
            }
        }
        return ELLIPSIS;
    }

    private static double width(String text, Typeface face, float size) {
        Font font = face.at(size);
        return text.isEmpty() ? 0 : new TextLayout(text, font, MEASURE).getAdvance();
    }
}
