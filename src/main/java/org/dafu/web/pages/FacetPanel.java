package org.dafu.web.pages;

import java.util.List;
import org.dafu.web.ask.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * A facet in the side column.
 *
 * @param name the parameter's
 * @param label for people
 * @param open whether its values show at once
 * @param findable whether it is long enough to be searched within
 * @param form of the range of years; null for other fields
 * @param chart of years; null for other fields, and for a single year
 * @param top values that show first
 * @param rest values behind 更多
 * @param missing letters without a value
 * @param more values that are not listed at all
 * @param allUrl lists them; null where all are listed
 */
public record FacetPanel(
    String name,
    String label,
    boolean open,
    boolean findable,
    @Nullable YearForm form,
    @Nullable YearChart chart,
    List<Row> top,
    List<Row> rest,
    long missing,
    long more,
    @Nullable String allUrl) {
  public FacetPanel {
    top = List.copyOf(top);
    rest = List.copyOf(rest);
  }

  /**
   * One value.
   *
   * @param url adds it to the search, or takes it away
   * @param excludeUrl refuses it
   * @param nested whether it stands below the value before it
   */
  public record Row(
      String label, long count, boolean selected, String url, String excludeUrl, boolean nested) {}

  /**
   * A range of years to be typed.
   *
   * @param from as asked; empty where it is open
   * @param to as asked; empty where it is open
   * @param kept parameters that stay as they are
   */
  public record YearForm(String from, String to, List<QueryString.Parameter> kept) {
    public YearForm {
      kept = List.copyOf(kept);
    }
  }

  /**
   * Letters by year.
   *
   * @param bars one a year, without gaps
   * @param earlier all years before the first bar; null if there are none
   */
  public record YearChart(List<Bar> bars, @Nullable Choice earlier) {
    public YearChart {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One year.
   *
   * @param percent height, 0 to 100 of the highest
   */
  public record Bar(int year, long count, int percent, boolean selected, String url) {}
}
