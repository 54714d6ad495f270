package org.dafu.web.operator;

import java.util.List;

/**
 * The log of changes, the latest first.
 *
 * @param frame around it
 * @param rows one a change
 */
public record LogPage(Frame frame, List<Row> rows) {
  public LogPage {
    rows = List.copyOf(rows);
  }

  /**
   * A change.
   *
   * @param address that it came from; empty if it was made on the machine of the service
   * @param before what was; empty for nothing
   * @param after what became of it; empty for nothing
   */
  public record Row(
      String time,
      String who,
      String address,
      String what,
      String letter,
      String before,
      String after) {}
}
