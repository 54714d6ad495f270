package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.dafu.read.Block;
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
        Matcher matcher = cell.tight().matcher(label);
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

  private Optional<Value> beside(int r, int c, Value cell, int labelEnd) {
    int from = labelEnd;
    String text = cell.text();
    while (from < text.length() && ":、|".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from < text.length()) {
      boolean separated = from > labelEnd;
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
