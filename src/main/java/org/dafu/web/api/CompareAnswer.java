package org.dafu.web.api;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.Figure;
import org.dafu.reply.Outcome;
import org.dafu.reply.Reply;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.Vocabulary;
import org.dafu.search.compare.Matrix;
import org.dafu.search.compare.Said;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /compare}: measures by cities.
 *
 * @param cities the columns
 * @param measures the rows, in the order asked for
 * @param moreMeasures measures that the cities' letters bear beyond those compared
 */
public record CompareAnswer(List<CityAnswer> cities, List<RowAnswer> measures, int moreMeasures) {
  /** A city; {@code letters} held of it are what {@code url} gives, 0 where none are held. */
  public record CityAnswer(String city, long letters, String url) {}

  /** A measure, with one cell for each city. */
  public record RowAnswer(String measure, String label, List<CellAnswer> cells) {}

  /**
   * What a city says on a measure; without letters all from {@code id} on is null.
   *
   * @param held letters of the city, whatever their measures: where there are none, an empty cell
   *     says nothing about the city
   * @param letters of the city that bear the measure: what {@code searchUrl} gives
   * @param sentence of the newest letter's section on it
   * @param figure that stands in the sentence; null if there is none
   * @param classification of the letter
   * @param section label and heading
   * @param sectionIndex its place among all sections of the letter
   * @param url the letter as JSON
   * @param pageUrl the place in the letter's page
   */
  public record CellAnswer(
      String city,
      String measure,
      long held,
      long letters,
      String searchUrl,
      @Nullable String id,
      @Nullable String title,
      @Nullable String sentence,
      @Nullable Figure figure,
      @Nullable Integer year,
      @Nullable String classification,
      @Nullable Outcome outcome,
      @Nullable String section,
      @Nullable Integer sectionIndex,
      @Nullable String url,
      @Nullable String pageUrl) {}

  /** The answer to this question. */
  public static CompareAnswer of(Question question, Matrix matrix, Vocabulary vocabulary) {
    Filters filters = question.request().filters();
    List<CityAnswer> cities = new ArrayList<>();
    for (Matrix.City city : matrix.cities()) {
      Filters here =
          with(filters, FilterField.CITY, city.name()).withIncluded(FilterField.MEASURE, List.of());
      cities.add(new CityAnswer(city.name(), city.letters(), url(question, here)));
    }
    List<RowAnswer> rows = new ArrayList<>();
    for (Matrix.Row row : matrix.rows()) {
      List<CellAnswer> cells = new ArrayList<>();
      for (int at = 0; at < row.cells().size(); at++) {
        cells.add(cell(question, matrix.cities().get(at), row.code(), row.cells().get(at)));
      }
      rows.add(new RowAnswer(row.code(), vocabulary.label(FilterField.MEASURE, row.code()), cells));
    }
    return new CompareAnswer(cities, rows, matrix.moreMeasures());
  }

  private static CellAnswer cell(
      Question question, Matrix.City city, String measure, Matrix.Cell cell) {
    Filters here = with(question.request().filters(), FilterField.CITY, city.name());
    String search = url(question, with(here, FilterField.MEASURE, measure));
    Said said = cell.said();
    if (said == null) {
      return new CellAnswer(
          city.name(),
          measure,
          city.letters(),
          cell.letters(),
          search,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    Reply reply = said.reply();
    String heading = said.section().heading();
    return new CellAnswer(
        city.name(),
        measure,
        city.letters(),
        cell.letters(),
        search,
        reply.id().value(),
        reply.displayTitle(),
        said.sentence(),
        said.figure(),
        reply.year(),
        reply.classification(),
        reply.outcome(),
        said.section().label() + (heading == null ? "" : heading),
        said.index(),
        Links.json(reply.id()),
        Links.page(reply.id(), "") + "#s" + said.index());
  }

  private static Filters with(Filters filters, FilterField field, String value) {
    return filters.withIncluded(field, List.of(new FilterValue.Exact(value)));
  }

  private static String url(Question question, Filters filters) {
    return Links.url(Question.of(Surface.REPLIES, question.request().withFilters(filters)));
  }
}
