package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.dafu.search.chart.FigureList;

/**
 * Figures over years, a dot each, laid out in the units of an SVG. Nothing is added up: figures of
 * different letters count different things.
 *
 * @param logarithmic whether each line across is ten times the one below
 * @param ticks of the value axis
 * @param years of the other, with their middles
 * @param dots the newest letters' first
 * @param undrawn figures without a year, of earlier years, or beyond what a drawing can show
 */
public record DotPlot(
    boolean logarithmic, List<BarPlot.Tick> ticks, List<Year> years, List<Dot> dots, int undrawn) {
  private static final int LEFT = 70;
  private static final int TOP = 16;
  private static final int BOTTOM = 256;

  /** Above this ratio of the greatest to the least value, small ones would lie on one line. */
  private static final double LINEAR = 50;

  private static final int MAX_DOTS = 400;

  /** A single figure of long ago would press all others together. */
  private static final int MAX_YEARS = 15;

  /** A year's place. */
  public record Year(int year, boolean labelled, double x) {}

  /**
   * A figure.
   *
   * @param target whether it is promised rather than reached
   * @param words what it is
   */
  public record Dot(double x, double y, boolean target, String words, String url) {}

  static DotPlot of(List<FigureList.Found> found) {
    int earliest = found.stream().mapToInt(DotPlot::year).max().orElse(0) - MAX_YEARS + 1;
    List<FigureList.Found> shown =
        found.stream()
            .filter(each -> year(each) > 0 && year(each) >= earliest)
            .filter(each -> each.figure().value() > 0)
            .limit(MAX_DOTS)
            .toList();
    int undrawn = found.size() - shown.size();
    if (shown.isEmpty()) {
      return new DotPlot(false, List.of(), List.of(), List.of(), undrawn);
    }
    double most = shown.stream().mapToDouble(each -> each.figure().value()).max().orElse(1);
    double least = shown.stream().mapToDouble(each -> each.figure().value()).min().orElse(1);
    boolean logarithmic = most / least > LINEAR;
    double low = logarithmic ? Math.floor(Math.log10(least)) : 0;
    double high = logarithmic ? Math.ceil(Math.log10(most) + 1e-9) : most * 1.05;
    TreeMap<Integer, Integer> seen = new TreeMap<>();
    shown.forEach(each -> seen.merge(year(each), 1, Integer::sum));
    List<Year> years = years(seen.firstKey(), seen.lastKey());
    double slot = (BarPlot.WIDTH - LEFT - 8.0) / years.size();
    TreeMap<Integer, Integer> placed = new TreeMap<>();
    List<Dot> dots = new ArrayList<>();
    for (FigureList.Found each : shown) {
      int nth = placed.merge(year(each), 1, Integer::sum);
      double middle = years.get(year(each) - seen.firstKey()).x();
      double value = each.figure().value();
      double at = ((logarithmic ? Math.log10(value) : value) - low) / (high - low);
      dots.add(
          new Dot(
              round(middle + slot * 0.7 * (nth / (seen.getOrDefault(year(each), 1) + 1.0) - 0.5)),
              round(BOTTOM - (BOTTOM - TOP) * at),
              each.figure().target(),
              words(each),
              LetterLine.at(each.reply(), each.section())));
    }
    return new DotPlot(logarithmic, ticks(low, high, logarithmic), years, dots, undrawn);
  }

  private static int year(FigureList.Found found) {
    Integer year = found.year();
    return year == null ? 0 : year;
  }

  private static List<Year> years(int first, int last) {
    int count = last - first + 1;
    double slot = (BarPlot.WIDTH - LEFT - 8.0) / count;
    int every = (int) Math.ceil(34 / slot);
    List<Year> years = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      years.add(
          new Year(first + at, (count - 1 - at) % every == 0, round(LEFT + slot * (at + 0.5))));
    }
    return years;
  }

  private static List<BarPlot.Tick> ticks(double low, double high, boolean logarithmic) {
    List<BarPlot.Tick> ticks = new ArrayList<>();
    if (logarithmic) {
      double every = Math.max(1, Math.ceil((high - low) / 6));
      for (double power = low; power <= high; power += every) {
        ticks.add(tick(Math.pow(10, power), (power - low) / (high - low)));
      }
    } else {
      double step = Math.pow(10, Math.floor(Math.log10(high / 2)));
      while (high / step > 6) {
        step *= 2;
      }
      for (double value = 0; value <= high; value += step) {
        ticks.add(tick(value, value / high));
      }
    }
    return ticks;
  }

  private static BarPlot.Tick tick(double value, double share) {
    return new BarPlot.Tick(amount(value), round(BOTTOM - (BOTTOM - TOP) * share));
  }

  /** 1.5亿, 300万, 20. */
  static String amount(double value) {
    if (value >= 1e8) {
      return trimmed(value / 1e8) + "亿";
    }
    return value >= 1e4 ? trimmed(value / 1e4) + "万" : trimmed(value);
  }

  private static String trimmed(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
  }

  private static String words(FigureList.Found found) {
    return LetterLine.place(found.reply())
        + " "
        + found.year()
        + " 年："
        + Figures.words(found.figure());
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
