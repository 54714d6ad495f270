package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.read.Block;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;

/**
 * The tables of a letter as a form: labels with the values beside, below or within the same cell.
 */
final class Form {
  /** A value with its place; {@code text} is folded, without white space. */
  record Value(Tight tight, Span span) {
    String text() {
      return tight.text();
    }
  }

  private final List<List<Value>> rows = new ArrayList<>();

  Form(Layout letter, List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Table table) {
        for (List<Span> row : table.rows()) {
          rows.add(row.stream().map(cell -> value(letter, cell)).toList());
        }
      }
    }
  }

  private static Value value(Layout letter, Span cell) {
    return new Value(letter.tight(cell.start(), cell.end()), cell);
  }

  List<List<Value>> rows() {
    return rows;
  }

  /**
   * The first value under a label that matches: what follows the label in its own cell, else the
   * next cell with text, else the cell below.
   */
  Optional<Value> find(Wording label) {
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        Value cell = rows.get(r).get(c);
        Hits matcher = cell.tight().matcher(label);
        if (matcher.lookingAt()) {
          Optional<Value> value = beside(r, c, cell, matcher.end());
          if (value.isPresent()) {
            return value;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Longer cells are no heads of columns. */
  private static final int LONGEST_HEAD = 8;

  /**
   * The cells below the first head of a column that matches, with those that are empty; none where
   * no row of heads has it.
   */
  List<Value> column(Wording head) {
    for (int r = 0; r + 1 < rows.size(); r++) {
      boolean heads = isHead(r);
      for (int c = 0; heads && c < rows.get(r).size(); c++) {
        Hits matcher = rows.get(r).get(c).tight().matcher(head);
        if (matcher.lookingAt() && matcher.end() == rows.get(r).get(c).tight().length()) {
          return below(r, c, rows.get(r).size());
        }
      }
    }
    return List.of();
  }

  private List<Value> below(int head, int column, int width) {
    List<Value> cells = new ArrayList<>();
    for (int r = head + 1; r < rows.size() && rows.get(r).size() == width; r++) {
      cells.add(rows.get(r).get(column));
    }
    return cells;
  }

  /** Short words without a figure, and as many cells in the row below. */
  private boolean isHead(int row) {
    List<Value> cells = rows.get(row);
    if (cells.size() < 2 || rows.get(row + 1).size() != cells.size()) {
      return false;
    }
    for (Value cell : cells) {
      if (!isHead(cell.text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHead(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) == '*' || Character.isDigit(cell.charAt(i))) {
        return false;
      }
    }
    return cell.length() <= LONGEST_HEAD;
  }

  private Optional<Value> beside(int r, int c, Value cell, int labelEnd) {
    int from = labelEnd;
    String text = cell.text();
    while (from < text.length() && ":、|".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from < text.length()) {
      boolean separated = from > labelEnd || ":、|".indexOf(text.charAt(labelEnd - 1)) >= 0;
      return separated ? Optional.of(part(cell, from)) : Optional.empty();
    }
    List<Value> row = rows.get(r);
    if (c + 1 < row.size()) {
      Value next = row.get(c + 1);
      boolean alone = row.stream().skip(c + 1).allMatch(each -> each.text().isEmpty());
      if (!alone) {
        return next.text().isEmpty() ? Optional.empty() : Optional.of(next);
      }
    }
    return below(r, c);
  }

  private Optional<Value> below(int r, int c) {
    if (r + 1 >= rows.size() || c > 0) {
      return Optional.empty();
    }
    Value below = rows.get(r + 1).getFirst();
    return below.text().isEmpty() ? Optional.empty() : Optional.of(below);
  }

  private static Value part(Value cell, int from) {
    Tight rest = cell.tight().from(from);
    return new Value(rest, rest.span(0, rest.text().length()));
  }
}
