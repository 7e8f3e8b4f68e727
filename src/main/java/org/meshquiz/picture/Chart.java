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
 * Charts as SVG, 720 by 300, for light or dark pages.
 *
 * @param dark whether the page around it is dark
 * @param language of numbers and dates
 */
public record Chart(boolean dark, Locale language) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final Color BAND = new Color(0x56, 0x8F, 0xC9);

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
     * @param cuts abilities at which the second, third and fourth begin
     */
    public byte[] level(List<Moment> moments, List<String> bandNames, List<Double> cuts) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).build();
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
                .setYAxisMin(-2.2)
                .setYAxisMax(2.8)
                .setYAxisTickLabelsFormattingFunction(ability -> name(ability, bandNames, cuts));
        return svg(chart);
    }

    /**
     * How the expected share of what is remembered falls without repeats.
     *
     * @param names of the curves
     * @param curves a share from 0 to 1 for each day from today on
     */
    public byte[] recall(List<String> names, List<List<Double>> curves) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).build();
        style(chart.getStyler());
        chart.getStyler().setLegendVisible(true).setLegendPosition(Styler.LegendPosition.OutsideE);
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
            series.setLineStyle(new BasicStroke(2.5f));
        }
        chart.getStyler()
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
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        style(chart.getStyler());
        chart.getStyler()
                .setXAxisMaxLabelCount(8)
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

    private static String name(double ability, List<String> bandNames, List<Double> cuts) {
        int band = (int) cuts.stream().filter(cut -> ability >= cut).count();
        return bandNames.get(band);
    }

    private static byte[] svg(IChart chart) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.paint(graphics, WIDTH, HEIGHT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Processors.get("svg")
                    .getDocument(graphics.getCommands(), new PageSize(WIDTH, HEIGHT))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
