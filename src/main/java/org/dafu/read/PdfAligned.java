package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables without lines: cells that stand side by side on several lines below one another, such as
 * labels with their values. Two columns of running text, which look alike, are told by their full
 * rows, and agencies that sign side by side by their equal dates.
 */
final class PdfAligned {
  /** Fewer lines with cells side by side are no table. */
  private static final int FEWEST_LINES = 3;

  /** Columns keep at least this distance, in sizes of type. */
  private static final float GUTTER = 0.9f;

  /** Lines further apart than this, in sizes of type, are no one table. */
  private static final float FURTHEST = 4;

  /** Rows stand further apart than the lines of a cell by this. */
  private static final float ROW_GAP = 1.3f;

  /** The rows of a column of running text have more characters on average. */
  private static final int SHORT_ROW = 8;

  private static final Pattern ORDINAL =
      Pattern.compile("[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．]?|[●•◆■·]");

  /** A line: the parts in it from left to right, and where it stands. */
  private record Line(List<PdfRow> parts) {
    float y() {
      return parts.getFirst().y();
    }

    float size() {
      return parts.getFirst().size();
    }
  }

  /** The part of the page's width that a column takes. */
  private record Band(float left, float right) {
    boolean holds(PdfRow part) {
      float middle = (part.left() + part.right()) / 2;
      return middle >= left && middle <= right;
    }
  }

  private PdfAligned() {}

  /** The tables among these characters, from top to bottom. */
  static List<PdfTable> of(List<PdfGlyph> glyphs) {
    List<Line> lines =
        PdfRows.partedLines(glyphs).stream()
            .filter(parts -> !parts.isEmpty())
            .map(Line::new)
            .toList();
    List<PdfTable> tables = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int end = lines.get(at).parts().size() < 2 ? at : end(lines, at);
      List<Line> run = lines.subList(at, end);
      List<Band> bands = bands(run);
      if (isTable(run, bands)) {
        tables.add(table(run, bands));
      }
      at = Math.max(at + 1, end);
    }
    return tables;
  }

  /** Where the lines end that leave a gutter between the parts of this one. */
  private static int end(List<Line> lines, int start) {
    List<Band> bands = List.of();
    int end = start;
    while (end < lines.size()) {
      Line line = lines.get(end);
      List<Band> wider = with(bands, line);
      boolean far = end > start && line.y() - lines.get(end - 1).y() > FURTHEST * line.size();
      if (far || wider.size() < 2 || !sameSize(lines.get(start), line)) {
        break;
      }
      bands = wider;
      end++;
    }
    return withoutWhatFollows(lines, start, end, bands);
  }

  private static boolean sameSize(Line one, Line other) {
    return Math.abs(one.size() - other.size()) < 0.15f * one.size();
  }

  /** A last line that has but one part is the table's only as the rest of the cell above it. */
  private static int withoutWhatFollows(List<Line> lines, int start, int end, List<Band> bands) {
    int last = end;
    while (last > start && lines.get(last - 1).parts().size() < 2) {
      PdfRow part = lines.get(last - 1).parts().getFirst();
      if (last - 1 == start) {
        return start;
      }
      PdfRow above = lines.get(last - 2).parts().getLast();
      boolean goesOn =
          Math.abs(above.left() - part.left()) < part.size()
              && !bands.isEmpty()
              && !bands.getFirst().holds(part)
              && part.y() - above.y() < 2 * part.size();
      if (goesOn) {
        break;
      }
      last--;
    }
    return last;
  }

  private static List<Band> bands(List<Line> lines) {
    List<Band> bands = List.of();
    for (Line line : lines) {
      bands = with(bands, line);
    }
    return bands;
  }

  /** The columns when this line is one of theirs: what overlaps is one. */
  private static List<Band> with(List<Band> bands, Line line) {
    List<Band> all = new ArrayList<>(bands);
    line.parts().forEach(part -> all.add(new Band(part.left(), part.right())));
    all.sort(Comparator.comparingDouble(Band::left));
    List<Band> merged = new ArrayList<>();
    for (Band band : all) {
      Band last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && band.left() - last.right() < GUTTER * line.size()) {
        merged.set(merged.size() - 1, new Band(last.left(), Math.max(last.right(), band.right())));
      } else {
        merged.add(band);
      }
    }
    return merged;
  }

  private static boolean isTable(List<Line> run, List<Band> bands) {
    List<Line> beside = run.stream().filter(line -> inColumns(line, bands) >= 2).toList();
    if (beside.size() < FEWEST_LINES || bands.size() < 2) {
      return false;
    }
    if (bands.size() > 2) {
      return true;
    }
    boolean ordinals =
        beside.stream().allMatch(line -> ORDINAL.matcher(text(line, bands.getFirst())).matches());
    boolean signed =
        beside.stream()
            .anyMatch(line -> text(line, bands.getFirst()).equals(text(line, bands.getLast())));
    boolean running = bands.stream().allMatch(band -> isRunning(run, band));
    return !ordinals && !signed && !running;
  }

  private static long inColumns(Line line, List<Band> bands) {
    return bands.stream().filter(band -> line.parts().stream().anyMatch(band::holds)).count();
  }

  private static String text(Line line, Band band) {
    StringBuilder text = new StringBuilder();
    line.parts().stream().filter(band::holds).forEach(part -> text.append(part.text()));
    return text.toString();
  }

  /** Whether a column is one of running text. */
  private static boolean isRunning(List<Line> run, Band band) {
    List<PdfRow> rows =
        run.stream().flatMap(line -> line.parts().stream()).filter(band::holds).toList();
    int characters = rows.stream().mapToInt(row -> row.glyphs().size()).sum();
    return characters >= rows.size() * SHORT_ROW;
  }

  private static PdfTable table(List<Line> run, List<Band> bands) {
    List<List<List<PdfGlyph>>> rows = new ArrayList<>();
    float closest = closest(run);
    Line before = null;
    for (Line line : run) {
      if (before == null || begins(line, before, closest, rows.getLast(), bands)) {
        rows.add(empty(bands.size()));
      }
      for (PdfRow part : line.parts()) {
        for (int i = 0; i < bands.size(); i++) {
          if (bands.get(i).holds(part)) {
            rows.getLast().get(i).addAll(part.glyphs());
          }
        }
      }
      before = line;
    }
    float top = run.getFirst().y() - run.getFirst().size();
    return new PdfTable(top, rows);
  }

  private static List<List<PdfGlyph>> empty(int cells) {
    List<List<PdfGlyph>> row = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      row.add(new ArrayList<>());
    }
    return row;
  }

  /** Whether a line begins a row: it is further down than lines are, or has a label of its own. */
  private static boolean begins(
      Line line, Line before, float closest, List<List<PdfGlyph>> row, List<Band> bands) {
    boolean labelled = line.parts().stream().anyMatch(bands.getFirst()::holds);
    boolean hasLabel = !row.getFirst().isEmpty();
    boolean whole = inColumns(line, bands) >= 2;
    return line.y() - before.y() > ROW_GAP * closest || (labelled && (hasLabel || !whole));
  }

  /** The least distance of two lines. */
  private static float closest(List<Line> run) {
    float closest = Float.MAX_VALUE;
    Line before = null;
    for (Line line : run) {
      closest = before == null ? closest : Math.min(closest, line.y() - before.y());
      before = line;
    }
    return closest;
  }
}
