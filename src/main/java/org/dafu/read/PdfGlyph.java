package org.dafu.read;

/**
 * A character as set on a page, in points from the upper left corner of the page as it is read.
 *
 * @param text its characters, one as a rule
 * @param x its left edge
 * @param y its base line, downwards
 * @param width to where the next one may begin
 * @param size of the type
 */
record PdfGlyph(String text, float x, float y, float width, float size) {
  float right() {
    return x + width;
  }

  /** The middle, which decides on which side of a line it stands. */
  float centre() {
    return x + width / 2;
  }

  /** A height within the character, where the base line may touch a rule. */
  float waist() {
    return y - size / 3;
  }
}
