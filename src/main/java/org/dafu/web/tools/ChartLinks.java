package org.dafu.web.tools;

import java.util.List;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers of charts lead: searches of which they are the totals.
 *
 * @param question whose letters are counted
 */
record ChartLinks(Question question) {
  /** The search itself. */
  String search() {
    return page(filters());
  }

  /** With one value for a field, in place of any others; null leaves the field as it is. */
  String with(FilterField field, @Nullable String value) {
    return page(narrowed(filters(), field, value));
  }

  /** With one value for each of two fields. */
  String with(FilterField field, @Nullable String value, FilterField other, String otherValue) {
    return page(narrowed(narrowed(filters(), field, value), other, otherValue));
  }

  /** With one value for a field, and none of these for another. */
  String without(FilterField field, String value, FilterField other, List<String> refused) {
    Filters narrowed = narrowed(filters(), field, value);
    for (String each : refused) {
      narrowed = narrowed.excluding(other, new FilterValue.Exact(each));
    }
    return page(narrowed);
  }

  /** A place, with a year if one is named. */
  String place(
      @Nullable String province,
      @Nullable String city,
      @Nullable String county,
      @Nullable String year) {
    Filters narrowed = narrowed(filters(), FilterField.PROVINCE, province);
    narrowed = narrowed(narrowed, FilterField.CITY, city);
    narrowed = narrowed(narrowed, FilterField.COUNTY, county);
    return page(narrowed(narrowed, FilterField.YEAR, year));
  }

  /** The charts of the same letters with other filters. */
  String charts(Filters filters) {
    return "/charts" + Links.query(asked(filters));
  }

  /** The data of a chart. */
  String csv(String chart) {
    return "/charts/" + chart + ".csv" + Links.query(asked(filters()));
  }

  static String className(String value) {
    return value.length() == 1 ? value + "类" : value;
  }

  private Filters filters() {
    return question.request().filters();
  }

  private static Filters narrowed(Filters filters, FilterField field, @Nullable String value) {
    return value == null
        ? filters
        : filters.withIncluded(field, List.of(new FilterValue.Exact(value)));
  }

  private Question asked(Filters filters) {
    return Question.of(Surface.PAGE, question.request().withFilters(filters));
  }

  private String page(Filters filters) {
    return Links.url(asked(filters));
  }
}
