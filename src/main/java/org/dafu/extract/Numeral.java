package org.dafu.extract;

/**
 * A number as printed, in digits (1,200, 56.38 万, 300余) or in Chinese numerals (三千六百万, 十五).
 *
 * @param kind how it is written
 * @param value with its scale: 56.38 万 is 563800
 * @param scale the last 百, 千, 万 or 亿 it is counted in; 1 for none
 * @param start first unit in the text
 * @param end unit after the last, 余 and 多 included
 */
record Numeral(Kind kind, double value, double scale, int start, int end) {
  /** How a number is written. */
  enum Kind {
    /** 6955, 1.2亿. */
    DIGITS,
    /** 十五, 三千六百万. */
    CHINESE,
    /** 百, 千余: a scale that no digit counts. */
    BARE_SCALE,
    /** 二〇二一: digits in a row, as years are written. */
    ROW,
    /** 1.2.3, 两三百: no exact number. */
    INEXACT
  }

  /** More digits than a double holds exactly are an identity or account number. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** Whether a number may begin with this character. */
  static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  /** 0 to 9 for 零 to 九, 两 as 2, 〇 and ○ as 0; -1 for others. */
  static int chineseDigit(char unit) {
    return switch (unit) {
      case '零', '〇', '○' -> 0;
      case '一' -> 1;
      case '二', '两' -> 2;
      case '三' -> 3;
      case '四' -> 4;
      case '五' -> 5;
      case '六' -> 6;
      case '七' -> 7;
      case '八' -> 8;
      case '九' -> 9;
      default -> -1;
    };
  }

  /** 10 to 100,000,000 for 十, 百, 千, 万, 亿; 0 for others. */
  static double scaleOf(char unit) {
    return switch (unit) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 0;
    };
  }

  /** The number that begins here with a digit or a Chinese numeral; ends before {@code limit}. */
  static Numeral at(String text, int start, int limit) {
    return isDigit(text.charAt(start))
        ? digits(text, start, limit)
        : new ChineseNumeral(text, start, limit).read();
  }

  private static Numeral digits(String text, int start, int limit) {
    int whole = endOfGroups(text, start, limit);
    int end = endOfDecimals(text, whole, limit);
    boolean version = end > whole && end < limit && endOfDecimals(text, end, limit) > end;
    if (version || end - start > MOST_DIGITS) {
      return new Numeral(Kind.INEXACT, 0, 1, start, end);
    }
    long mantissa = 0;
    for (int i = start; i < end; i++) {
      char unit = text.charAt(i);
      mantissa = isDigit(unit) ? mantissa * 10 + (unit - '0') : mantissa;
    }
    double divisor = POWERS_OF_TEN[Math.max(0, end - whole - 1)];
    return scaled(text, limit, start, end, mantissa, divisor);
  }

  /** 万 and the like after digits, and smaller parts after it: 1亿2000万. */
  private static Numeral scaled(
      String text, int limit, int start, int digitsEnd, long mantissa, double divisor) {
    double scale = 1;
    int end = digitsEnd;
    for (int at = skipSpaces(text, end, limit); at < limit; at = skipSpaces(text, end, limit)) {
      double next = isUnitWord(text, at, limit) ? 0 : scaleOf(text.charAt(at));
      if (next == 0 && !isMore(text.charAt(at))) {
        break;
      }
      scale *= next == 0 ? 1 : next;
      end = at + 1;
    }
    double value = mantissa * scale / divisor;
    if (scale > 1 && end < limit && isDigit(text.charAt(end))) {
      Numeral rest = digits(text, end, limit);
      return rest.kind == Kind.DIGITS && rest.value < scale
          ? new Numeral(Kind.DIGITS, value + rest.value, rest.scale, start, rest.end)
          : new Numeral(Kind.INEXACT, 0, 1, start, rest.end);
    }
    return new Numeral(Kind.DIGITS, value, scale, start, end);
  }

  /** 千 of 千米 and 百 of 百分点 belong to the unit. */
  private static boolean isUnitWord(String text, int at, int limit) {
    char next = at + 1 < limit ? text.charAt(at + 1) : ' ';
    return switch (text.charAt(at)) {
      case '千' -> "米瓦克伏卡赫".indexOf(next) >= 0;
      case '百' -> next == '分';
      default -> false;
    };
  }

  /** 余 and 多: somewhat more. */
  static boolean isMore(char unit) {
    return unit == '余' || unit == '多';
  }

  /** Digits with thousands parted by commas or spaces: 1,200 or 1 200. */
  private static int endOfGroups(String text, int start, int limit) {
    int end = endOfDigits(text, start, limit);
    if (end - start > 3) {
      return end;
    }
    if (end - start == 1 && endOfSpaced(text, start, limit) > start + 3) {
      return endOfSpaced(text, start, limit);
    }
    while (end < limit && (text.charAt(end) == ',' || text.charAt(end) == ' ')) {
      int group = endOfDigits(text, end + 1, limit);
      if (group - end != 4) {
        break;
      }
      end = group;
    }
    return end;
  }

  /** Digits that a page parts one by one: 1 2 8 6; the start if they are not. */
  private static int endOfSpaced(String text, int start, int limit) {
    int end = start + 1;
    while (end + 1 < limit && text.charAt(end) == ' ' && isDigit(text.charAt(end + 1))) {
      end += 2;
    }
    return end == limit || !isDigit(text.charAt(end)) ? end : start;
  }

  private static int endOfDecimals(String text, int at, int limit) {
    boolean point = at + 1 < limit && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
    return point ? endOfDigits(text, at + 1, limit) : at;
  }

  private static int endOfDigits(String text, int start, int limit) {
    int end = start;
    while (end < limit && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The place after blanks within a line; a tab parts cells. */
  static int skipSpaces(String text, int start, int limit) {
    int at = start;
    while (at < limit && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
