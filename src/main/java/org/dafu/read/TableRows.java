package org.dafu.read;

import java.util.ArrayList;
import java.util.List;

/**
 * A table under construction, told cell by cell; one that only lays out a page ends as the lines in
 * it.
 */
final class TableRows {
  private final List<List<List<MappedText>>> rows = new ArrayList<>();
  private List<List<MappedText>> row = new ArrayList<>();
  private List<MappedText> cell = new ArrayList<>();

  /** A line of the cell that is being told; empty ones do not count. */
  void line(MappedText line) {
    MappedText text = line.strip();
    if (text.length() > 0) {
      cell.add(text);
    }
  }

  void endCell() {
    row.add(cell);
    cell = new ArrayList<>();
  }

  /** Ends the row; what was told since the last cell ended is none of it. */
  void endRow() {
    if (row.stream().anyMatch(each -> !each.isEmpty())) {
      rows.add(row);
    }
    row = new ArrayList<>();
    cell = new ArrayList<>();
  }

  /**
   * Ends the table and gives its blocks; none if it is empty. A cell that never ended was text that
   * follows the table: programs forget to say so.
   */
  List<RawBlock> take() {
    List<MappedText> unended = cell;
    endRow();
    List<RawBlock> blocks = new ArrayList<>(blocks(List.copyOf(rows)));
    rows.clear();
    unended.forEach(line -> blocks.add(new RawBlock.Line(line, 0, true)));
    return blocks;
  }

  private static List<RawBlock> blocks(List<List<List<MappedText>>> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    return LayoutTable.blocks(
        all.stream().map(row -> row.stream().map(TableRows::lines).toList()).toList());
  }

  private static List<RawBlock> lines(List<MappedText> cell) {
    return cell.stream().<RawBlock>map(line -> new RawBlock.Line(line, 0, true)).toList();
  }
}
