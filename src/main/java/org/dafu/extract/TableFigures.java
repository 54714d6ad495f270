package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import org.dafu.extract.Numeral.Kind;
import org.dafu.read.Block;
import org.dafu.reply.FigureType;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bare numbers of tables, whose unit and subject stand in the head of their column:
 * 投资（万元）, 床位数; or for the whole table above it: 单位：万元.
 */
final class TableFigures {
  private static final String CAPTION = "单位:";

  /** A caption is no longer than this and stands right above its table. */
  private static final int LONGEST_CAPTION = 40;

  private final String text;

  TableFigures(String text) {
    this.text = text;
  }

  /**
   * What a column counts.
   *
   * @param unit null if the head names none
   */
  private record Column(Span subject, Span unitSpan, double scale, @Nullable Unit unit) {}

  /** The figures of a table whose first row is its head. */
  List<FigureMention> of(Block.Table table) {
    List<FigureMention> found = new ArrayList<>();
    if (table.rows().size() < 2) {
      return found;
    }
    List<Column> columns = new ArrayList<>();
    for (Span head : table.rows().getFirst()) {
      columns.add(column(head, table.span().start()));
    }
    for (List<Span> row : table.rows().subList(1, table.rows().size())) {
      for (int i = 1; i < Math.min(row.size(), columns.size()); i++) {
        Column column = columns.get(i);
        if (column.unit() != null) {
          addCell(found, row, row.get(i), column, column.unit());
        }
      }
    }
    return found;
  }

  private void addCell(
      List<FigureMention> found, List<Span> row, Span cell, Column column, Unit unit) {
    int start = Numeral.skipSpaces(text, cell.start(), cell.end());
    if (start == cell.end() || !Numeral.isDigit(text.charAt(start))) {
      return;
    }
    Numeral number = Numeral.at(text, start, cell.end());
    boolean alone = Numeral.skipSpaces(text, number.end(), cell.end()) == cell.end();
    if (!alone || number.kind() != Kind.DIGITS) {
      return;
    }
    found.add(
        new FigureMention(
            unit.type(),
            unit.inBase(number.value() * column.scale()),
            null,
            column.unitSpan(),
            new Span(start, number.end()),
            column.subject(),
            year(column.subject(), row.getFirst()),
            null,
            row.getFirst().start()));
  }

  /** The year that the head of the column or of the row names; null if neither does. */
  private @Nullable Integer year(Span column, Span row) {
    for (Span head : List.of(column, row)) {
      for (int at = head.start(); at + 4 < head.end(); at++) {
        if (text.charAt(at + 4) == '年' && text.charAt(at) == '2' && text.charAt(at + 1) == '0') {
          Numeral year = Numeral.at(text, at, head.end());
          return year.end() == at + 4 ? Integer.valueOf((int) year.value()) : null;
        }
      }
    }
    return null;
  }

  private Column column(Span head, int table) {
    int open = indexOf('(', head);
    if (open > 0) {
      return column(new Span(head.start(), open), open + 1, head.end());
    }
    Unit counted = countedBy(head);
    if (counted != null) {
      return new Column(head, new Span(head.end(), head.end()), 1, counted);
    }
    int caption = caption(table);
    return column(head, caption, caption < 0 ? -1 : table);
  }

  private Column column(Span subject, int from, int to) {
    if (from < 0) {
      return new Column(subject, new Span(subject.end(), subject.end()), 1, null);
    }
    int at = Numeral.skipSpaces(text, from, to);
    int start = at;
    double scale = 1;
    while (at < to && Numeral.scaleOf(text.charAt(at)) > 0 && text.charAt(at) != '千') {
      scale *= Numeral.scaleOf(text.charAt(at));
      at++;
    }
    Unit unit = Unit.at(text, at, to);
    int end = unit == null ? at : at + unit.word().length();
    return new Column(subject, new Span(start, end), scale, unit);
  }

  /** 床位数 counts beds and 人数 people even where no unit is given. */
  private @Nullable Unit countedBy(Span head) {
    boolean number = head.length() > 1 && text.charAt(head.end() - 1) == '数';
    FigureType type = number ? CountedNoun.endOf(text, head.start(), head.end()) : null;
    return type == null ? null : new Unit("", type, 1, false, "");
  }

  private int indexOf(char unit, Span head) {
    for (int i = head.start(); i < head.end(); i++) {
      if (text.charAt(i) == unit) {
        return i;
      }
    }
    return -1;
  }

  /** Where the unit is named in the line above the table; -1 if none is. */
  private int caption(int table) {
    int from = Math.max(0, table - LONGEST_CAPTION);
    String above = text.substring(from, table).stripTrailing();
    int at = above.lastIndexOf(CAPTION);
    return at >= 0 && above.indexOf('\n', at) < 0 ? from + at + CAPTION.length() : -1;
  }
}
