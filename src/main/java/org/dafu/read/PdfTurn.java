package org.dafu.read;

/**
 * How a page's text is turned: what is told in the page's own measure is given as the text is read.
 *
 * @param degrees 0, 90, 180 or 270, to the left
 * @param left edge of the page's visible part
 * @param bottom edge of it, upwards as PDF counts
 * @param width of it, before the turn
 * @param height of it, before the turn
 */
record PdfTurn(int degrees, float left, float bottom, float width, float height) {
  /** The height of the page as it is read. */
  float heightRead() {
    return isSideways() ? width : height;
  }

  private boolean isSideways() {
    return degrees == 90 || degrees == 270;
  }

  /** The distance of a point from the left of the page as it is read. */
  float x(float x, float y) {
    return switch (degrees) {
      case 90 -> y - bottom;
      case 180 -> width - (x - left);
      case 270 -> height - (y - bottom);
      default -> x - left;
    };
  }

  /** The distance of a point from the top of the page as it is read. */
  float y(float x, float y) {
    return switch (degrees) {
      case 90 -> x - left;
      case 180 -> y - bottom;
      case 270 -> width - (x - left);
      default -> height - (y - bottom);
    };
  }

  /**
   * The same line on the page as it is read.
   *
   * @param rule on the page before the turn, its places from the upper left corner
   */
  PdfRules.Rule turned(PdfRules.Rule rule) {
    if (degrees == 0) {
      return rule;
    }
    float top = bottom + height;
    float fromX = left + (rule.horizontal() ? rule.from() : rule.at());
    float toX = left + (rule.horizontal() ? rule.to() : rule.at());
    float fromY = top - (rule.horizontal() ? rule.at() : rule.from());
    float toY = top - (rule.horizontal() ? rule.at() : rule.to());
    boolean across = rule.horizontal() != isSideways();
    float at = across ? y(fromX, fromY) : x(fromX, fromY);
    float from = across ? x(fromX, fromY) : y(fromX, fromY);
    float to = across ? x(toX, toY) : y(toX, toY);
    return new PdfRules.Rule(across, at, Math.min(from, to), Math.max(from, to));
  }
}
