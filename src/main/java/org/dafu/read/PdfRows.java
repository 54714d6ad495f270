package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the characters of a page, or of a part of it, into rows. */
final class PdfRows {
  /** Characters whose base lines differ by less than this share of their size are one line. */
  private static final float SAME_LINE = 0.5f;

  /** A wider gap, in sizes of type, parts columns or cells. */
  private static final float COLUMN_GAP = 1.8f;

  /** A character printed twice, for boldness, is moved by less than this share of its size. */
  private static final float DOUBLED = 0.3f;

  private PdfRows() {}

  /** Whole lines from top to bottom, whatever stands beside one another. */
  static List<List<PdfGlyph>> lines(List<PdfGlyph> glyphs) {
    List<PdfGlyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(PdfGlyph::y));
    List<List<PdfGlyph>> lines = new ArrayList<>();
    List<PdfGlyph> line = new ArrayList<>();
    for (PdfGlyph glyph : sorted) {
      boolean next =
          !line.isEmpty()
              && glyph.y() - line.getFirst().y()
                  > SAME_LINE * Math.min(glyph.size(), line.getFirst().size());
      if (next) {
        lines.add(tidied(line));
        line = new ArrayList<>();
      }
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      lines.add(tidied(line));
    }
    lines.removeIf(List::isEmpty);
    return lines;
  }

  /** From left to right, without spaces at the ends and without what is printed twice. */
  private static List<PdfGlyph> tidied(List<PdfGlyph> line) {
    List<PdfGlyph> sorted = new ArrayList<>(line);
    sorted.sort(Comparator.comparingDouble(PdfGlyph::x));
    List<PdfGlyph> tidied = new ArrayList<>();
    for (PdfGlyph glyph : sorted) {
      boolean repeated = false;
      for (int i = tidied.size() - 1; i >= Math.max(0, tidied.size() - 3); i--) {
        PdfGlyph before = tidied.get(i);
        repeated |=
            before.text().equals(glyph.text())
                && Math.abs(before.x() - glyph.x()) < DOUBLED * glyph.size();
      }
      if (!repeated) {
        tidied.add(glyph);
      }
    }
    while (!tidied.isEmpty() && tidied.getFirst().text().isBlank()) {
      tidied.removeFirst();
    }
    while (!tidied.isEmpty() && tidied.getLast().text().isBlank()) {
      tidied.removeLast();
    }
    return tidied;
  }

  /** Lines parted where a wide gap stands in them, from top to bottom. */
  static List<PdfRow> parted(List<PdfGlyph> glyphs) {
    return partedLines(glyphs).stream().flatMap(List::stream).toList();
  }

  /** The same, line by line. */
  static List<List<PdfRow>> partedLines(List<PdfGlyph> glyphs) {
    return lines(glyphs).stream().map(PdfRows::parts).toList();
  }

  private static List<PdfRow> parts(List<PdfGlyph> line) {
    List<PdfRow> parts = new ArrayList<>();
    List<PdfGlyph> part = new ArrayList<>();
    PdfGlyph before = null;
    for (PdfGlyph glyph : line) {
      if (glyph.text().isBlank()) {
        continue;
      }
      if (before != null && glyph.x() - before.right() > COLUMN_GAP * glyph.size()) {
        parts.add(new PdfRow(part));
        part = new ArrayList<>();
      }
      part.add(glyph);
      before = glyph;
    }
    if (!part.isEmpty()) {
      parts.add(new PdfRow(part));
    }
    return parts;
  }
}
