package org.meshquiz.picture;

import java.util.List;

/**
 * Standings as a picture: 800 pixels wide, a row of 60 for each line.
 *
 * @param title above it
 * @param subtitle under the title: what is counted, and of which days
 * @param groups lines under a heading each
 * @param footer under all, may be empty
 */
public record BoardPicture(String title, String subtitle, List<Group> groups, String footer) {
    private static final int ROW = 60;
    private static final int HEADING = 56;
    private static final int FOOT = 56;
    private static final int SCORE_ROOM = 440;

    public BoardPicture {
        groups = List.copyOf(groups);
    }

    /**
     * Lines that belong together.
     *
     * @param heading may be empty
     */
    public record Group(String heading, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line.
     *
     * @param place from 1; 0 where there is none to show
     * @param name who, or what
     * @param score as it is read
     * @param share of the widest bar, 0 to 1
     * @param own whether it is the reader's
     */
    public record Row(int place, String name, String score, double share, boolean own) {
        public Row {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share of " + share + " is outside 0 to 1");
            }
        }
    }

    /** The picture as PNG. */
    public byte[] png() {
        return draw().png();
    }

    Canvas draw() {
        Canvas canvas = Canvas.titled(height(), title, subtitle);
        double y = Canvas.HEAD;
        for (Group group : groups) {
            if (!group.heading().isEmpty()) {
                canvas.text(group.heading(), Canvas.MARGIN, y + 38, Canvas.ROOM, Typeface.BOLD, 24, Palette.ACCENT);
                y += HEADING;
            }
            for (Row row : group.rows()) {
                draw(canvas, row, y);
                y += ROW;
            }
        }
        if (!footer.isEmpty()) {
            canvas.text(footer, Canvas.MARGIN, y + 34, Canvas.ROOM, Typeface.REGULAR, 20, Palette.QUIET);
        }
        return canvas;
    }

    private int height() {
        int rows = groups.stream().mapToInt(group -> group.rows().size()).sum();
        int headings = (int)
                groups.stream().filter(group -> !group.heading().isEmpty()).count();
        return Canvas.HEAD + rows * ROW + headings * HEADING + (footer.isEmpty() ? Canvas.MARGIN / 2 : FOOT);
    }

    private static void draw(Canvas canvas, Row row, double y) {
        double width = Canvas.ROOM;
        canvas.fill(Canvas.MARGIN - 12, y + 3, width + 24, ROW - 6, 14, row.own() ? Palette.OWN : Palette.RAISED);
        double bar = width * row.share();
        canvas.fill(Canvas.MARGIN, y + ROW - 12, width, 4, 4, Palette.GROUND);
        canvas.fill(Canvas.MARGIN, y + ROW - 12, Math.max(bar, 4), 4, 4, Palette.ACCENT);
        double base = y + 37;
        double scoreFrom = canvas.textEndingAt(
                row.score(), Canvas.WIDTH - Canvas.MARGIN, base, SCORE_ROOM, Typeface.BOLD, 26, Palette.TEXT);
        double nameFrom = Canvas.MARGIN;
        if (row.place() > 0) {
            canvas.text(
                    Integer.toString(row.place()),
                    Canvas.MARGIN,
                    base,
                    52,
                    Typeface.BOLD,
                    26,
                    Palette.ofPlace(row.place()));
            nameFrom += 60;
        }
        canvas.text(row.name(), nameFrom, base, scoreFrom - 18 - nameFrom, Typeface.REGULAR, 26, Palette.TEXT);
    }
}
