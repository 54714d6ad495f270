package org.dafu.web.tools;

import java.util.List;
import org.dafu.web.ask.QueryString;
import org.dafu.web.pages.Shell;

/**
 * Charts of the letters that a search gives.
 *
 * @param shell around it
 * @param q words of the search
 * @param scope filters of the search, each with the page without it
 * @param total letters
 * @param searchUrl the search itself
 * @param kept parameters of the search but its words
 * @param years letters by year and class
 * @param measures letters by measure and city
 * @param figures over years
 * @param coverage letters by place and year
 */
public record ChartsPage(
    Shell shell,
    String q,
    List<Scope> scope,
    long total,
    String searchUrl,
    List<QueryString.Parameter> kept,
    Years years,
    Measures measures,
    FigureChart figures,
    Places coverage) {
  /** A filter in words, and the page without it. */
  public record Scope(String label, String removeUrl) {}

  /**
   * Letters by year and class.
   *
   * @param table the same as numbers
   * @param without letters without a year
   * @param earlier years before the first bar
   */
  public record Years(BarPlot plot, Heat table, long without, int earlier, String csvUrl) {}

  /**
   * Letters by measure and city.
   *
   * @param without letters without a city
   */
  public record Measures(
      Heat table, long without, int moreCities, int moreMeasures, String csvUrl) {}

  /**
   * Figures over years.
   *
   * @param types to choose
   * @param typeLabel the type chosen
   * @param total figures found
   * @param incomplete whether not all letters could be read
   * @param rows the first of them
   */
  public record FigureChart(
      List<Option> types,
      String typeLabel,
      DotPlot plot,
      long total,
      boolean incomplete,
      List<FigureRow> rows,
      String csvUrl) {}

  /** A figure. */
  public record FigureRow(
      String place, String year, String words, String sentence, String url, String title) {}

  /**
   * Letters by place and year.
   *
   * @param cities that have letters
   * @param unplaced letters without any place
   * @param more places that are only in the data to download
   */
  public record Places(Heat table, long cities, long unplaced, int more, String csvUrl) {}
}
