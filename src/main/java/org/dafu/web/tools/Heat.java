package org.dafu.web.tools;

import java.util.List;

/**
 * A table of numbers that are links, shaded by size.
 *
 * @param corner what rows and columns are
 * @param columns heads
 * @param rows in order
 */
public record Heat(String corner, List<String> columns, List<Row> rows) {
  public Heat {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param url the search for all of it; empty for none
   * @param nested whether it stands below the one before it
   */
  public record Row(String label, long total, String url, boolean nested, List<Cell> cells) {}

  /**
   * A number.
   *
   * @param url the search that has this total
   * @param shade 0 for nothing, 1 to 4 by size
   */
  public record Cell(long count, String url, int shade) {
    static Cell of(long count, long most, String url) {
      return new Cell(count, url, shade(count, most));
    }

    /** By quarters of the square root, as few counts are large. */
    private static int shade(long count, long most) {
      return count == 0 ? 0 : Math.min(4, 1 + (int) (3.999 * Math.sqrt((count - 0.5) / most)));
    }
  }
}
