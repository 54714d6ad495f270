package org.dafu.extract;

/** Shares in words: 百分之八十, 千分之三, 三分之一. */
final class Fraction {
  private static final String OF = "分之";

  private Fraction() {}

  /** Where a fraction that begins with this number ends; -1 if it is none. */
  static int end(String text, Numeral number, int limit) {
    int numerator = numerator(text, number, limit);
    return numerator < 0 ? -1 : Numeral.at(text, numerator, limit).end();
  }

  /** The fraction in percent, to a hundredth; 0 if it is no number. */
  static double percent(String text, Numeral number, int limit) {
    Numeral numerator = Numeral.at(text, numerator(text, number, limit), limit);
    double percent = 100 * numerator.value() / number.value();
    boolean exact = numerator.kind() != Numeral.Kind.INEXACT && number.value() > 0;
    return exact ? Math.round(percent * 100) / 100.0 : 0;
  }

  private static int numerator(String text, Numeral number, int limit) {
    int at = number.end() + OF.length();
    boolean fraction = at < limit && text.startsWith(OF, number.end());
    boolean counted = fraction && isNumeral(text.charAt(at));
    return counted ? at : -1;
  }

  private static boolean isNumeral(char unit) {
    return Numeral.isDigit(unit) || Numeral.chineseDigit(unit) >= 0 || Numeral.scaleOf(unit) > 0;
  }
}
