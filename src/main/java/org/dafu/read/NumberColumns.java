package org.dafu.read;

import java.util.BitSet;

/**
 * Tells the cells that stand in a column with a head such as 办公电话; cells are parted by tabs. It is
 * asked from the beginning of a text to its end, so that a long table is gone through once and not
 * again from each of its numbers.
 */
final class NumberColumns {
  private static final Wording HEAD =
      Wording.of("电\\s*话|手\\s*机|联系方式|传\\s*真|座\\s*机|固\\s*话|办公|移动|号码|(?i:tel|fax|phone)");

  private final String text;

  /** The columns that have gone on since a head of theirs, as of the line before this one. */
  private final BitSet headed = new BitSet();

  private int lineStart;
  private int lineEnd;

  /** The place asked last, and its column. */
  private int at;

  private int column;

  NumberColumns(String text) {
    this.text = text;
    startLine(0);
  }

  private void startLine(int start) {
    int end = text.indexOf('\n', start);
    lineStart = start;
    lineEnd = end < 0 ? text.length() : end;
    at = start;
    column = 0;
  }

  /**
   * Whether such a head stands above a cell, and no line without this column between; the first
   * cells of lines have none.
   *
   * @param place in the cell, not before the one asked last
   */
  boolean isHeaded(int place) {
    while (lineEnd < place) {
      addHeads();
      startLine(lineEnd + 1);
    }
    for (; at < place; at++) {
      column += text.charAt(at) == '\t' ? 1 : 0;
    }
    return column > 0 && headed.get(column);
  }

  private void addHeads() {
    int columns = 0;
    int cellEnd = lineStart - 1;
    while (cellEnd < lineEnd) {
      int cell = cellEnd + 1;
      int tab = text.indexOf('\t', cell, lineEnd);
      cellEnd = tab < 0 ? lineEnd : tab;
      if (columns > 0 && !headed.get(columns) && HEAD.in(text.substring(cell, cellEnd))) {
        headed.set(columns);
      }
      columns++;
    }
    headed.clear(columns, Math.max(columns, headed.length()));
  }
}
