package org.dafu.export;

/**
 * Keeps text from being taken for a formula by a spreadsheet (OWASP, CSV Injection): letters come
 * from web pages, and one that begins with {@code =} must not run in a reader's office.
 */
final class Formulas {
  private static final String SIGNS = "=+-@\t\r\n＝＋－＠";

  private Formulas() {}

  /** Whether a spreadsheet could take the text for a formula. */
  static boolean isLike(String text) {
    return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
  }
}
