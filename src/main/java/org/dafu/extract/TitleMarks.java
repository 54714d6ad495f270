package org.dafu.extract;

/** Tells what stands inside the marks of a title, 《》. */
final class TitleMarks {
  /** A mark farther off than this is not looked for: no title is so long. */
  private static final int LONGEST_TITLE = 300;

  private TitleMarks() {}

  /**
   * Whether such marks stand around a place.
   *
   * @param text folded
   * @param at a place in it that is no mark
   */
  static boolean stand(String text, int at) {
    for (int i = at; i >= Math.max(0, at - LONGEST_TITLE); i--) {
      char unit = text.charAt(i);
      if (unit == '》') {
        return false;
      }
      if (unit == '《') {
        return text.indexOf('》', at, Math.min(text.length(), at + LONGEST_TITLE)) >= 0;
      }
    }
    return false;
  }
}
