package org.dafu.extract;

import org.jspecify.annotations.Nullable;

/**
 * The year that governs the figures being read: the last one named in their part of the sentence.
 */
final class StatedYear {
  private static final int EARLIEST = 1949;
  private static final int LATEST = 2060;

  private final String text;
  private final @Nullable Integer letterYear;
  private @Nullable Integer year;

  StatedYear(String text, @Nullable Integer letterYear) {
    this.text = text;
    this.letterYear = letterYear;
  }

  /** A sentence, or the part of one after a semicolon, begins. */
  void start() {
    year = null;
  }

  /** The year stated; null for none. */
  @Nullable Integer year() {
    return year;
  }

  /** Takes the number for a year if 年 follows; a year compared with (比2012年) governs nothing. */
  boolean absolute(Numeral number, int limit, Tense tense) {
    int at = Numeral.skipSpaces(text, number.end(), limit);
    double value = number.value();
    boolean named = at < limit && text.charAt(at) == '年' && number.scale() == 1;
    if (!named || value < EARLIEST || value > LATEST) {
      return false;
    }
    int stated = (int) value;
    char before = number.start() > 0 ? text.charAt(number.start() - 1) : ' ';
    if ("比较与同".indexOf(before) < 0) {
      year =
          "-—–~".indexOf(before) >= 0 ? null : Integer.valueOf(stated); // 2025—2027年: no one year
      if (letterYear != null && (stated > letterYear || (before == '到' && stated == letterYear))) {
        tense.promised();
      }
    }
    return true;
  }

  /** 今年, 去年, 明年, told by the letter's own year; {@code at} is the place of 年. */
  void relative(int at) {
    if (letterYear == null || at == 0) {
      return;
    }
    switch (text.charAt(at - 1)) {
      case '今', '本' -> year = letterYear;
      case '去' -> year = letterYear - 1;
      case '上' -> year = letterYear - 1;
      case '明' -> year = letterYear + 1;
      default -> {}
    }
  }
}
