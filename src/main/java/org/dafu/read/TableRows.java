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

  /** Ends the table and gives its blocks; none if it is empty. */
  List<RawBlock> take() {
    if (!cell.isEmpty()) {
      endCell();
    }
    endRow();
    List<List<List<MappedText>>> all = List.copyOf(rows);
    rows.clear();
    if (all.isEmpty()) {
      return List.of();
    }
    if (isLayout(all)) {
      return all.stream()
          .flatMap(List::stream)
          .flatMap(List::stream)
          .<RawBlock>map(line -> new RawBlock.Line(line, 0, true))
          .toList();
    }
    return List.of(
        new RawBlock.Table(
            all.stream().map(each -> each.stream().map(TableRows::asOneLine).toList()).toList()));
  }

  /** A single cell, or cells that hold a text. */
  private static boolean isLayout(List<List<List<MappedText>>> rows) {
    if (rows.size() == 1 && rows.getFirst().size() == 1) {
      return true;
    }
    return LayoutTable.holdsText(
        rows.stream()
            .flatMap(List::stream)
            .map(cell -> new LayoutTable.Cell(cell.size(), asOneLine(cell).toString()))
            .toList());
  }

  private static MappedText asOneLine(List<MappedText> lines) {
    MappedText all = new MappedText();
    for (MappedText line : lines) {
      if (all.length() > 0) {
        all.append(' ', line.origin(0));
      }
      all.append(line);
    }
    return all;
  }
}
