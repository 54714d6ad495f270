package org.dafu.read;

import java.util.List;

/**
 * Characters of one line that stand together: a line of text, or of one column or cell.
 *
 * @param glyphs from left to right, one at least
 */
record PdfRow(List<PdfGlyph> glyphs) {
  /** Characters closer than this share of their size touch. */
  private static final float TOUCHING = 0.25f;

  /** Chinese characters are set wider apart without a space being meant. */
  private static final float SPACED = 0.6f;

  PdfRow {
    glyphs = List.copyOf(glyphs);
  }

  float left() {
    return glyphs.getFirst().x();
  }

  float right() {
    return glyphs.getLast().right();
  }

  float y() {
    return glyphs.getFirst().y();
  }

  float size() {
    float largest = 0;
    for (PdfGlyph glyph : glyphs) {
      largest = Math.max(largest, glyph.size());
    }
    return largest;
  }

  /** The text, with a space where the page shows one. */
  String text() {
    StringBuilder text = new StringBuilder();
    PdfGlyph before = null;
    for (PdfGlyph glyph : glyphs) {
      if (before != null) {
        float gap = glyph.x() - before.right();
        boolean wide = isWide(glyph) || isWide(before);
        boolean apart = gap > (wide ? SPACED : TOUCHING) * glyph.size();
        if (apart && !glyph.text().isBlank() && !before.text().isBlank()) {
          text.append(' ');
        }
      }
      text.append(glyph.text());
      before = glyph;
    }
    return text.toString().strip();
  }

  private static boolean isWide(PdfGlyph glyph) {
    return glyph.text().charAt(0) >= '\u2e80';
  }
}
