package org.dafu.search.chart;

import java.util.List;

/**
 * Letters by two fields. Every number is the total of the search that has the row's and the
 * column's value for filters.
 *
 * @param rows in order
 * @param columns values, in order
 * @param withoutRow letters that have no value for rows
 * @param moreRows values for rows beyond those listed
 * @param moreColumns values for columns beyond those listed
 */
public record Crosstab(
    List<Row> rows, List<String> columns, long withoutRow, int moreRows, int moreColumns) {
  public Crosstab {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /**
   * A row.
   *
   * @param counts one a column
   * @param without letters that have no value for columns; 0 where columns are narrowed
   */
  public record Row(String value, long total, List<Long> counts, long without) {
    public Row {
      counts = List.copyOf(counts);
    }
  }
}
