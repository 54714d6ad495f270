package org.dafu.web.tools;

import java.util.List;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/**
 * Measures by cities.
 *
 * @param shell around it
 * @param errors one sentence each
 * @param q words that narrow the letters
 * @param cities as filled in, blank fields after them
 * @param heldCities to be offered while typing
 * @param topics measure types to choose
 * @param chosen measure types chosen
 * @param columns cities compared
 * @param rows one a measure
 * @param moreMeasures measures not compared
 * @param jsonUrl the same for programs
 */
public record ComparePage(
    Shell shell,
    List<String> errors,
    String q,
    List<String> cities,
    List<String> heldCities,
    List<Topic> topics,
    int chosen,
    List<Column> columns,
    List<Row> rows,
    int moreMeasures,
    String jsonUrl) {
  /** A topic and the measure types below it. */
  public record Topic(String label, boolean open, List<Option> measures) {}

  /** A city; {@code url} gives its letters. */
  public record Column(String name, long letters, String url) {}

  /** A measure. */
  public record Row(String label, List<Cell> cells) {}

  /**
   * What a city says on a measure.
   *
   * @param city its name, for screens without columns
   * @param held whether any letter of the city is held
   * @param letters on the measure
   * @param url the search for these
   * @param quote null where there is none
   */
  public record Cell(String city, boolean held, long letters, String url, @Nullable Quote quote) {}
}
