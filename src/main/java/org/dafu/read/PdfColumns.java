package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the rows of a page in the order of reading: where two columns stand side by side, the left
 * one is read to its end first. Lines across both part the page into what is above and below.
 */
final class PdfColumns {
  /** A column has at least so many rows, of this many characters on average. */
  private static final int FEWEST_ROWS = 4;

  private static final int SHORT_ROW = 8;

  /** The gutter lies in the middle part of the text. */
  private static final float GUTTER_FROM = 0.35f;

  private static final float GUTTER_TO = 0.65f;

  private static final float STEP = 2;

  /** Where the gutter is looked for, on no page in more places: a page may be said to be miles. */
  private static final int MOST_STEPS = 300;

  private PdfColumns() {}

  /** The rows of each column, in order; rows beside one another on one line are joined. */
  static List<List<PdfRow>> inReadingOrder(List<PdfRow> rows) {
    List<PdfRow> sorted = fromTop(rows);
    List<List<PdfRow>> columns = new ArrayList<>();
    if (sorted.isEmpty()) {
      return columns;
    }
    float gutter = gutter(sorted);
    List<PdfRow> across = new ArrayList<>();
    List<PdfRow> beside = new ArrayList<>();
    for (PdfRow row : sorted) {
      if (gutter > 0 && !crosses(row, gutter)) {
        beside.add(row);
      } else {
        addBeside(beside, gutter, across, columns);
        across.add(row);
      }
    }
    addBeside(beside, gutter, across, columns);
    addAcross(across, columns);
    return columns;
  }

  /** Line by line, each from left to right: signs of other fonts stand a little higher or lower. */
  private static List<PdfRow> fromTop(List<PdfRow> rows) {
    List<PdfRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(PdfRow::y));
    int lineStart = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      PdfRow first = sorted.get(lineStart);
      if (i == sorted.size() || !isBeside(sorted.get(i), first)) {
        sorted.subList(lineStart, i).sort(Comparator.comparingDouble(PdfRow::left));
        lineStart = i;
      }
    }
    return sorted;
  }

  private static boolean isBeside(PdfRow row, PdfRow other) {
    return Math.abs(row.y() - other.y()) < Math.min(row.size(), other.size()) / 2;
  }

  private static boolean crosses(PdfRow row, float gutter) {
    return row.left() < gutter && row.right() > gutter;
  }

  /** The place in the middle that fewest rows cross; 0 if most of them do. */
  private static float gutter(List<PdfRow> rows) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (PdfRow row : rows) {
      left = Math.min(left, row.left());
      right = Math.max(right, row.right());
    }
    float best = 0;
    long fewest = rows.size() / 2;
    float middle = (left + right) / 2;
    float from = left + GUTTER_FROM * (right - left);
    float span = (GUTTER_TO - GUTTER_FROM) * (right - left);
    float step = Math.max(STEP, span / MOST_STEPS);
    for (int i = 0; i * step < span; i++) {
      float at = from + i * step;
      long crossing = rows.stream().filter(row -> crosses(row, at)).count();
      boolean nearer = Math.abs(at - middle) < Math.abs(best - middle);
      if (crossing < fewest || (crossing == fewest && best > 0 && nearer)) {
        fewest = crossing;
        best = at;
      }
    }
    return best;
  }

  /** Takes up rows that keep clear of the gutter: as two columns if they are, else line by line. */
  private static void addBeside(
      List<PdfRow> beside, float gutter, List<PdfRow> across, List<List<PdfRow>> columns) {
    List<PdfRow> left = beside.stream().filter(row -> row.right() <= gutter).toList();
    List<PdfRow> right = beside.stream().filter(row -> row.left() >= gutter).toList();
    if (isColumn(left) && isColumn(right)) {
      addAcross(across, columns);
      columns.add(left);
      columns.add(right);
    } else {
      across.addAll(beside);
    }
    beside.clear();
  }

  private static boolean isColumn(List<PdfRow> rows) {
    int characters = rows.stream().mapToInt(row -> row.glyphs().size()).sum();
    return rows.size() >= FEWEST_ROWS && characters >= rows.size() * SHORT_ROW;
  }

  private static void addAcross(List<PdfRow> across, List<List<PdfRow>> columns) {
    if (across.isEmpty()) {
      return;
    }
    List<PdfRow> lines = new ArrayList<>();
    for (PdfRow row : across) {
      PdfRow last = lines.isEmpty() ? null : lines.getLast();
      boolean sameLine = last != null && isBeside(row, last) && row.left() >= last.right();
      if (last != null && sameLine) {
        List<PdfGlyph> joined = new ArrayList<>(last.glyphs());
        joined.addAll(row.glyphs());
        lines.set(lines.size() - 1, new PdfRow(joined));
      } else {
        lines.add(row);
      }
    }
    columns.add(lines);
    across.clear();
  }
}
