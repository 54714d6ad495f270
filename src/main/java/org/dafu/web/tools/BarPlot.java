package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.List;
import org.dafu.search.chart.Crosstab;

/**
 * Stacked bars, laid out in the units of an SVG.
 *
 * @param ticks of the value axis
 * @param bars in order
 * @param series names of what is stacked, the lowest first
 */
public record BarPlot(List<Tick> ticks, List<Bar> bars, List<String> series) {
  /** Units of the drawing. */
  public static final int WIDTH = 760;

  public static final int HEIGHT = 290;

  private static final int LEFT = 44;
  private static final int TOP = 24;
  private static final int BOTTOM = 256;

  /** A bar with many series would be unreadable. */
  public static final int MAX_SERIES = 6;

  private static final int WIDEST = 46;

  /** A line across, at {@code y}. */
  public record Tick(String label, double y) {}

  /**
   * A bar.
   *
   * @param labelled whether its name is printed below, where bars are narrow
   * @param x its middle
   * @param top of the whole bar
   * @param url the search for all of it
   */
  public record Bar(
      String name,
      boolean labelled,
      long total,
      double x,
      double top,
      String url,
      List<Part> parts) {}

  /**
   * A part of a bar.
   *
   * @param series its place in the list of names
   * @param url the search that has this total
   */
  public record Part(
      int series, long count, double x, double y, double width, double height, String url) {}

  /** Where a number leads. */
  interface Linker {
    /** The search for a row and one of the series; for the whole row where that is -1. */
    String url(Crosstab.Row row, int series);
  }

  /** Numbers of each series in a row, in the order of the names. */
  interface Counter {
    List<Long> counts(Crosstab.Row row);
  }

  static BarPlot of(List<Crosstab.Row> rows, List<String> series, Counter counter, Linker linker) {
    long most = rows.stream().mapToLong(Crosstab.Row::total).max().orElse(0);
    long step = step(most);
    long top = Math.max(step, (most + step - 1) / step * step);
    List<Tick> ticks = new ArrayList<>();
    for (long value = 0; value <= top; value += step) {
      ticks.add(new Tick(String.valueOf(value), y(value, top)));
    }
    double slot = (WIDTH - LEFT - 8.0) / Math.max(1, rows.size());
    double width = Math.min(WIDEST, slot * 0.72);
    int every = (int) Math.ceil(34 / slot);
    List<Bar> bars = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      Crosstab.Row row = rows.get(at);
      double middle = LEFT + slot * (at + 0.5);
      boolean labelled = (rows.size() - 1 - at) % every == 0;
      bars.add(
          new Bar(
              row.value(),
              labelled,
              row.total(),
              round(middle),
              y(row.total(), top),
              linker.url(row, -1),
              parts(row, counter.counts(row), middle - width / 2, width, top, linker)));
    }
    return new BarPlot(ticks, bars, series);
  }

  private static List<Part> parts(
      Crosstab.Row row, List<Long> counts, double x, double width, long top, Linker linker) {
    List<Part> parts = new ArrayList<>();
    long below = 0;
    for (int series = 0; series < counts.size(); series++) {
      long count = counts.get(series);
      if (count > 0) {
        double high = y(below + count, top);
        parts.add(
            new Part(
                series,
                count,
                round(x),
                high,
                round(width),
                round(y(below, top) - high),
                linker.url(row, series)));
        below += count;
      }
    }
    return parts;
  }

  /** 1, 2, 5, 10, 20 …: about five lines. */
  private static long step(long most) {
    long step = 1;
    int at = 0;
    while (most / step >= 6) {
      step = step / (at % 3 == 1 ? 2 : 1) * (at % 3 == 1 ? 5 : 2);
      at++;
    }
    return step;
  }

  private static double y(long value, long top) {
    return round(BOTTOM - (double) (BOTTOM - TOP) * value / Math.max(1, top));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
