package org.meshquiz.picture;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Charts as SVG for light or dark pages: 720 by 300 at a desk, 360 by 260 on a phone, with letters of the same size.
 *
 * @param narrow whether it is for a phone
 * @param dark whether the page around it is dark
 * @param language of numbers and dates
 */
public record Chart(boolean narrow, boolean dark, Locale language) {
    private static final List<Color> COLOURS = List.of(
            new Color(0x2A, 0x9D, 0x8F),
            new Color(0xE0, 0x8E, 0x2B),
            new Color(0x5B, 0x8D, 0xEF),
            new Color(0xC7, 0x5B, 0x9B),
            new Color(0x8A, 0xA3, 0x3A),
            new Color(0xB0, 0x7B, 0xE0),
            new Color(0xD9, 0x5F, 0x5F));
    private static final Color BAND = new Color(0x56, 0x8F, 0xC9);

    private int width() {
        return narrow ? 360 : 720;
    }

    private int height() {
        return narrow ? 260 : 300;
    }

    /**
     * A level at a moment.
     *
     * @param mean expected ability
     * @param sd standard deviation of what is believed, above 0
     */
    public record Moment(Instant at, double mean, double sd) {}

    /**
     * A level over time with the band in which four of five people with such answers are.
     *
     * @param moments in order, at least one
     * @param bandNames names of the levels, lowest first
     */
    public byte[] level(List<Moment> moments, List<String> bandNames) {
        XYChart chart = new XYChartBuilder().width(width()).height(height()).build();
        style(chart.getStyler());
        List<Date> times =
                moments.stream().map(moment -> Date.from(moment.at())).toList();
        line(
                chart,
                "high",
                times,
                moments.stream().map(m -> m.mean() + 1.2816 * m.sd()).toList(),
                BAND,
                1);
        line(
                chart,
                "low",
                times,
                moments.stream().map(m -> m.mean() - 1.2816 * m.sd()).toList(),
                BAND,
                1);
        line(chart, "mean", times, moments.stream().map(Moment::mean).toList(), accent(), 3);
        chart.getStyler()
                .setDatePattern("dd.MM")
                .setXAxisMaxLabelCount(narrow ? 4 : 8)
                .setYAxisTickMarkSpacingHint(45)
                .setYAxisMin(-1.6)
                .setYAxisMax(2.6)
                .setYAxisTickLabelsFormattingFunction(ability -> name(ability, bandNames));
        return svg(chart);
    }

    /**
     * How the expected share of what is remembered falls without repeats.
     *
     * @param names of the curves
     * @param curves a share from 0 to 1 for each day from today on
     */
    public byte[] recall(List<String> names, List<List<Double>> curves) {
        XYChart chart = new XYChartBuilder().width(width()).height(height()).build();
        style(chart.getStyler());
        chart.getStyler()
                .setLegendVisible(true)
                .setLegendPosition(narrow ? Styler.LegendPosition.OutsideS : Styler.LegendPosition.OutsideE)
                .setLegendLayout(narrow ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical);
        for (int i = 0; i < curves.size(); i++) {
            List<Integer> days = new ArrayList<>();
            for (int day = 0; day < curves.get(i).size(); day++) {
                days.add(day);
            }
            XYSeries series = chart.addSeries(
                    names.get(i),
                    days,
                    curves.get(i).stream().map(share -> share * 100).toList());
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(COLOURS.get(i % COLOURS.size()));
            series.setLineStyle(new BasicStroke(2.5f));
        }
        chart.getStyler()
                .setXAxisMaxLabelCount(narrow ? 5 : 10)
                .setYAxisMin(0.0)
                .setYAxisMax(100.0)
                .setYAxisTickLabelsFormattingFunction(percent -> Math.round(percent) + " %");
        return svg(chart);
    }

    /**
     * How many questions come back on each day.
     *
     * @param days in order, at least one
     */
    public byte[] calendar(List<LocalDate> days, List<Integer> counts) {
        CategoryChart chart =
                new CategoryChartBuilder().width(width()).height(height()).build();
        style(chart.getStyler());
        chart.getStyler()
                .setXAxisMaxLabelCount(narrow ? 4 : 8)
                .setYAxisMin(0.0)
                .setYAxisMax(Math.max(
                        4.0, counts.stream().mapToInt(Integer::intValue).max().orElse(0)));
        chart.addSeries(
                        "days",
                        days.stream()
                                .map(day -> String.format(
                                        Locale.ROOT, "%02d.%02d", day.getDayOfMonth(), day.getMonthValue()))
                                .toList(),
                        counts)
                .setFillColor(accent());
        return svg(chart);
    }

    private static void line(
            XYChart chart, String name, List<Date> times, List<Double> values, Color colour, float width) {
        XYSeries series = chart.addSeries(name, times, values);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(width));
    }

    private void style(AxesChartStyler styler) {
        Color ground = dark ? new Color(0x1B, 0x21, 0x29) : Color.WHITE;
        Color text = dark ? new Color(0xE6, 0xEA, 0xF0) : new Color(0x1A, 0x22, 0x2D);
        Color grid = dark ? new Color(0x30, 0x3A, 0x46) : new Color(0xDF, 0xE3, 0xE9);
        styler.setBaseFont(Typeface.REGULAR.at(13));
        styler.setAxisTickLabelsFont(Typeface.REGULAR.at(13));
        styler.setLegendFont(Typeface.REGULAR.at(13));
        styler.setChartBackgroundColor(ground)
                .setPlotBackgroundColor(ground)
                .setChartFontColor(text)
                .setLegendBackgroundColor(ground)
                .setLegendBorderColor(ground)
                .setPlotBorderVisible(false)
                .setLegendVisible(false)
                .setLocale(language);
        styler.setAxisTickLabelsColor(text)
                .setAxisTickMarksColor(grid)
                .setPlotGridLinesColor(grid)
                .setPlotGridVerticalLinesVisible(false)
                .setTimezone(TimeZone.getTimeZone("UTC"));
    }

    private Color accent() {
        return dark ? new Color(0x4F, 0xD1, 0xC0) : new Color(0x0F, 0x76, 0x6E);
    }

    /** Each level is named at the whole number next to its middle. */
    private static String name(double ability, List<String> bandNames) {
        int band = (int) Math.round(ability) + 1;
        return bandNames.get(Math.max(0, Math.min(bandNames.size() - 1, band)));
    }

    private static byte[] svg(IChart chart) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Processors.get("svg")
                    .getDocument(graphics.getCommands(), new PageSize(chart.getWidth(), chart.getHeight()))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
