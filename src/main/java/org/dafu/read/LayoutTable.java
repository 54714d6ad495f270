package org.dafu.read;

import java.util.List;
import java.util.regex.Pattern;

/** Tells a table that lays out a page, or a form around a letter, from a table of data. */
final class LayoutTable {
  /** A table with longer cells, in UTF-16 units, lays out a page. */
  private static final int LONG_CELL = 500;

  private static final int MANY_PARAGRAPHS = 6;

  /** How a letter begins. */
  private static final Pattern OPENING = Pattern.compile("收\\s*悉|[答回函][复復複](?:意[见見])?如下|尊敬的");

  private LayoutTable() {}

  /**
   * What tells of a cell.
   *
   * @param paragraphs in it
   * @param text of all of them
   */
  record Cell(int paragraphs, String text) {}

  /** Whether the cell holds a text of several paragraphs. */
  static boolean isText(Cell cell) {
    return cell.paragraphs() > MANY_PARAGRAPHS || cell.text().length() > LONG_CELL;
  }

  /**
   * Whether one of the cells holds a text of several paragraphs, or the letter. A list of letters
   * has the opening of each in a cell, and is a table.
   */
  static boolean holdsText(List<Cell> cells) {
    int openings = 0;
    for (Cell cell : cells) {
      if (isText(cell)) {
        return true;
      }
      openings += OPENING.matcher(cell.text()).find() ? 1 : 0;
    }
    return openings == 1;
  }
}
