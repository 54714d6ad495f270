package org.dafu.search.compare;

import java.util.List;
import org.dafu.reply.Reply;

/**
 * A few letters, aligned by measure.
 *
 * @param letters the columns
 * @param rows one a measure; what most letters bear comes first
 */
public record SideBySide(List<Reply> letters, List<Row> rows) {
  public SideBySide {
    letters = List.copyOf(letters);
    rows = List.copyOf(rows);
  }

  /**
   * A measure.
   *
   * @param code of the taxonomy
   * @param cells one a letter: what each of its sections on the measure says; empty for none
   */
  public record Row(String code, List<List<Said>> cells) {
    public Row {
      cells = cells.stream().map(List::copyOf).toList();
    }

    /** Letters that bear the measure. */
    public long shared() {
      return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
  }
}
