package org.dafu.search.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures by cities.
 *
 * @param cities the columns
 * @param rows one a measure, in the order asked for
 * @param moreMeasures measures that the cities' letters bear beyond those compared
 */
public record Matrix(List<City> cities, List<Row> rows, int moreMeasures) {
  public Matrix {
    cities = List.copyOf(cities);
    rows = List.copyOf(rows);
  }

  /**
   * A city.
   *
   * @param letters held of it, within what else narrows; 0 tells that its silence means nothing
   */
  public record City(String name, long letters) {}

  /**
   * A measure.
   *
   * @param code of the taxonomy
   * @param cells one a city
   */
  public record Row(String code, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What a city says on a measure.
   *
   * @param letters of the city that bear the measure
   * @param said by the newest of them; null where there is none
   */
  public record Cell(long letters, @Nullable Said said) {}
}
