package org.dafu.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search page.
 *
 * @param shell around it
 * @param welcome whether nothing was asked yet
 * @param total hits
 * @param unit word for what is counted: 件 or 段
 * @param tookMillis in the engine
 * @param understood the query as understood; empty where there were no words
 * @param narrowing the filters that say what the query names
 * @param warnings what was taken otherwise than typed
 * @param chips filters in force
 * @param clearUrl the search without filters; null where there are none
 * @param places the side column's tree of places; null if there is none
 * @param facets the rest of the side column
 * @param units letters or sections
 * @param sorts orders
 * @param hits of this page
 * @param firstUrl the first page; null on it
 * @param nextUrl the next page; null on the last
 * @param ways what else to try where nothing was found
 * @param chartsUrl the letters of this search, counted
 * @param jsonUrl the same search for programs
 */
public record SearchPage(
    Shell shell,
    boolean welcome,
    long total,
    String unit,
    long tookMillis,
    String understood,
    List<Choice> narrowing,
    List<String> warnings,
    List<Chip> chips,
    @Nullable String clearUrl,
    @Nullable PlacePanel places,
    List<FacetPanel> facets,
    List<Choice> units,
    List<Choice> sorts,
    List<HitCard> hits,
    @Nullable String firstUrl,
    @Nullable String nextUrl,
    List<Way> ways,
    String chartsUrl,
    String jsonUrl) {
  public SearchPage {
    narrowing = List.copyOf(narrowing);
    warnings = List.copyOf(warnings);
    chips = List.copyOf(chips);
    facets = List.copyOf(facets);
    units = List.copyOf(units);
    sorts = List.copyOf(sorts);
    hits = List.copyOf(hits);
    ways = List.copyOf(ways);
  }

  /**
   * A filter in force.
   *
   * @param field the field's label
   * @param value the value's label
   * @param excluded whether it is refused rather than accepted
   * @param removeUrl the search without it
   */
  public record Chip(String field, String value, boolean excluded, String removeUrl) {}

  /**
   * A wider search, with what it would give.
   *
   * @param label what is left out
   */
  public record Way(String label, long total, String url) {}
}
