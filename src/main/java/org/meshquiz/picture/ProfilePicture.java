package org.meshquiz.picture;

import java.util.List;

/**
 * A person's levels as a picture: 800 pixels wide; for each skill a scale of the levels with where the person probably stands.
 *
 * @param title above it
 * @param subtitle under the title
 * @param bands the names of the levels, lowest first
 * @param skills one under the other
 * @param footer under all, may be empty
 */
public record ProfilePicture(String title, String subtitle, List<String> bands, List<SkillLine> skills, String footer) {
    private static final int NAME = 46;
    private static final int SCALE = 64;
    private static final int NOTE = 30;
    private static final int GAP = 18;
    private static final int FOOT = 56;

    public ProfilePicture {
        bands = List.copyOf(bands);
        skills = List.copyOf(skills);
    }

    /**
     * A skill.
     *
     * @param name of the skill
     * @param verdict the level in words
     * @param cuts where one level ends and the next begins, each from 0 to 1 on the scale
     * @param low the lower end of what is probable, 0 to 1
     * @param middle what is expected, between low and high
     * @param high the upper end of what is probable, 0 to 1
     * @param before what was expected a while ago, or a negative number where that is not known
     * @param notes short lines under it
     */
    public record SkillLine(
            String name,
            String verdict,
            List<Double> cuts,
            double low,
            double middle,
            double high,
            double before,
            List<String> notes) {
        public SkillLine {
            cuts = List.copyOf(cuts);
            notes = List.copyOf(notes);
            if (!(low >= 0 && low <= middle && middle <= high && high <= 1)) {
                throw new IllegalArgumentException(
                        "a scale from " + low + " over " + middle + " to " + high + " is not in order within 0 to 1");
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
        for (SkillLine skill : skills) {
            draw(canvas, skill, y);
            y += height(skill) + GAP;
        }
        if (!footer.isEmpty()) {
            canvas.text(footer, Canvas.MARGIN, y + 30, Canvas.ROOM, Typeface.REGULAR, 20, Palette.QUIET);
        }
        return canvas;
    }

    private int height() {
        int lines = skills.stream().mapToInt(skill -> height(skill) + GAP).sum();
        return Canvas.HEAD + lines + (footer.isEmpty() ? Canvas.MARGIN / 2 : FOOT);
    }

    private static int height(SkillLine skill) {
        return NAME + SCALE + NOTE * skill.notes().size() + 14;
    }

    private void draw(Canvas canvas, SkillLine skill, double y) {
        double room = Canvas.ROOM;
        canvas.fill(Canvas.MARGIN - 14, y, room + 28, height(skill), 16, Palette.RAISED);
        double from = canvas.textEndingAt(
                skill.verdict(),
                Canvas.WIDTH - Canvas.MARGIN,
                y + 36,
                room * 0.6,
                Typeface.REGULAR,
                22,
                Palette.ACCENT);
        canvas.text(skill.name(), Canvas.MARGIN, y + 36, from - 18 - Canvas.MARGIN, Typeface.BOLD, 26, Palette.TEXT);
        scale(canvas, skill, y + NAME, room);
        double line = y + NAME + SCALE + 20;
        for (String note : skill.notes()) {
            canvas.text(note, Canvas.MARGIN, line, room, Typeface.REGULAR, 20, Palette.QUIET);
            line += NOTE;
        }
    }

    private void scale(Canvas canvas, SkillLine skill, double y, double room) {
        canvas.fill(Canvas.MARGIN, y + 10, room, 16, 8, Palette.GROUND);
        canvas.fill(
                Canvas.MARGIN + room * skill.low(),
                y + 10,
                Math.max(8, room * (skill.high() - skill.low())),
                16,
                8,
                Palette.DOUBT);
        for (double cut : skill.cuts()) {
            canvas.fill(Canvas.MARGIN + room * cut - 1, y + 6, 2, 24, 0, Palette.QUIET);
        }
        if (skill.before() >= 0) {
            canvas.fill(Canvas.MARGIN + room * skill.before() - 3, y + 8, 6, 20, 6, Palette.SILVER);
        }
        canvas.fill(Canvas.MARGIN + room * skill.middle() - 8, y + 10, 16, 16, 16, Palette.GOLD);
        double left = 0;
        for (int band = 0; band < bands.size(); band++) {
            double right = band < skill.cuts().size() ? skill.cuts().get(band) : 1;
            canvas.text(
                    bands.get(band),
                    Canvas.MARGIN + room * left + 6,
                    y + 52,
                    room * (right - left) - 8,
                    Typeface.REGULAR,
                    17,
                    Palette.QUIET);
            left = right;
        }
    }
}
