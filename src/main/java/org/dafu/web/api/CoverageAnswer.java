package org.dafu.web.api;

import java.util.ArrayList;
import java.util.List;
import org.dafu.search.Coverage;
import org.dafu.search.Coverage.Place;
import org.dafu.search.Coverage.Years;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.QueryWarning;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /coverage}.
 *
 * @param total letters
 * @param years of any letter, earliest first
 * @param places provinces, each followed by its cities, each followed by its counties; numbers hold
 *     those of the places within
 * @param missing letters without any place
 * @param warnings that not all are counted, if so
 */
public record CoverageAnswer(
    long total,
    List<Integer> years,
    List<PlaceAnswer> places,
    MissingAnswer missing,
    List<QueryWarning> warnings) {
  /**
   * A place.
   *
   * @param level {@code province}, {@code city} or {@code county}
   * @param total letters that {@code url} gives
   * @param years those that it has letters of, earliest first
   * @param missing letters without a year
   */
  public record PlaceAnswer(
      String level,
      @Nullable String province,
      @Nullable String city,
      @Nullable String county,
      long total,
      List<YearAnswer> years,
      long missing,
      String url) {}

  /** A year of a place: letters that {@code url} gives. */
  public record YearAnswer(int year, long count, String url) {}

  /** A year of letters that no filter tells. */
  public record YearCount(int year, long count) {}

  /** Letters without any place; {@code missing} of them have no year either. */
  public record MissingAnswer(long total, List<YearCount> years, long missing) {}

  /** The answer to this question. */
  public static CoverageAnswer of(Question question, Coverage coverage) {
    Years unplaced = coverage.unplaced();
    List<YearCount> without = new ArrayList<>();
    unplaced.byYear().forEach((year, count) -> without.add(new YearCount(year, count)));
    return new CoverageAnswer(
        coverage.total(),
        List.copyOf(coverage.years()),
        coverage.places().stream()
            .map(each -> place(question, each.place(), each.years()))
            .toList(),
        new MissingAnswer(unplaced.total(), without, unplaced.missing()),
        coverage.partial() ? List.of(QueryWarning.CUT_OFF) : List.of());
  }

  private static PlaceAnswer place(Question question, Place place, Years years) {
    Filters here = question.request().filters();
    here = narrowed(here, FilterField.PROVINCE, place.province());
    here = narrowed(here, FilterField.CITY, place.city());
    here = narrowed(here, FilterField.COUNTY, place.county());
    Filters all = here;
    List<YearAnswer> byYear = new ArrayList<>();
    years
        .byYear()
        .forEach(
            (year, count) -> {
              Filters then = narrowed(all, FilterField.YEAR, year.toString());
              byYear.add(new YearAnswer(year, count, url(question, then)));
            });
    return new PlaceAnswer(
        place.county() != null ? "county" : place.city() != null ? "city" : "province",
        place.province(),
        place.city(),
        place.county(),
        years.total(),
        byYear,
        years.missing(),
        url(question, all));
  }

  /** Every letter counted has the value: it takes the place of those that were accepted. */
  private static Filters narrowed(Filters filters, FilterField field, @Nullable String value) {
    return value == null
        ? filters
        : filters.withIncluded(field, List.of(new FilterValue.Exact(value)));
  }

  private static String url(Question question, Filters filters) {
    return Links.url(Question.of(Surface.REPLIES, question.request().withFilters(filters)));
  }
}
