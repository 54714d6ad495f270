package org.dafu.extract;

import org.dafu.extract.Numeral.Kind;
import org.dafu.read.CharSet;
import org.dafu.reply.FigureType;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number, or a range of two, with its unit.
 *
 * @param number the first number
 * @param value in base units; the lower end of a range
 * @param max the upper end of a range; null for a single value
 * @param unitSpan where the unit stands, 万 and 亿 included
 * @param end place after the unit
 */
record Quantity(
    Numeral number, double value, @Nullable Double max, Unit unit, Span unitSpan, int end) {
  private static final CharSet CONNECTORS = CharSet.of("-—–―~至到");

  /** What may stand in 元/人·月 after the stroke. */
  private static final int LONGEST_PER = 6;

  private static final CharSet ENDS = CharSet.of(",。;、)!?\n\t");

  private static final CharSet PER = CharSet.of("/·.²³㎡人月年天日时小户床张次吨亩平方立米个台辆生名餐度学期只头件");

  /** The quantity that begins with this number; null if no unit follows. */
  static @Nullable Quantity at(String text, Numeral number, int limit) {
    int at = Numeral.skipSpaces(text, number.end(), limit);
    Unit unit = Unit.at(text, at, limit);
    int afterUnit = unit == null ? at : at + unit.word().length();
    Quantity range = range(text, number, unit, afterUnit, limit);
    if (range != null) {
      return range;
    }
    if (unit == null) {
      return unitless(text, number, limit);
    }
    int end = per(text, afterUnit, limit);
    if (end > afterUnit && unit.type() != FigureType.MONEY) {
      return null; // 60公里/小时 is a speed
    }
    Span printed = new Span(unitStart(text, number, at), end);
    return new Quantity(number, unit.inBase(number.value()), null, unit, printed, end);
  }

  /** 3-6万元, 3万至6万元, 1800元至2600元. */
  private static @Nullable Quantity range(
      String text, Numeral low, @Nullable Unit unit, int afterLow, int limit) {
    int second = afterConnector(text, afterLow, limit);
    if (second < 0 || (unit != null && isChange(text, low.start()))) {
      return null;
    }
    Numeral high = Numeral.at(text, second, limit);
    int at = Numeral.skipSpaces(text, high.end(), limit);
    Unit highUnit = Unit.at(text, at, limit);
    if (highUnit == null || (unit != null && !unit.isLike(highUnit))) {
      return null;
    }
    boolean inherits =
        unit == null && low.scale() == 1 && low.value() < high.value() / high.scale();
    double lowValue = inherits ? low.value() * high.scale() : low.value();
    double from = (unit == null ? highUnit : unit).inBase(lowValue);
    double to = highUnit.inBase(high.value());
    if (high.kind() == Kind.INEXACT || from >= to) {
      return null;
    }
    int end = per(text, at + highUnit.word().length(), limit);
    return new Quantity(low, from, to, highUnit, new Span(unitStart(text, high, at), end), end);
  }

  /** The unit of 6955万元 is 万元. */
  private static int unitStart(String text, Numeral number, int at) {
    int start = number.end();
    while (number.kind() == Kind.DIGITS && Numeral.scaleOf(text.charAt(start - 1)) > 0) {
      start--;
    }
    return start < number.end() ? start : at;
  }

  /** 由20分到50分 are two figures, not a range. */
  private static boolean isChange(String text, int start) {
    return start > 0 && (text.charAt(start - 1) == '由' || text.charAt(start - 1) == '从');
  }

  private static int afterConnector(String text, int from, int limit) {
    int at = Numeral.skipSpaces(text, from, limit);
    int start = at;
    while (at < limit && at < start + 2 && CONNECTORS.has(text.charAt(at))) {
      at++;
    }
    int next = Numeral.skipSpaces(text, at, limit);
    boolean number =
        at > start
            && next < limit
            && (Numeral.isDigit(text.charAt(next))
                || Numeral.chineseDigit(text.charAt(next)) > 0
                || text.charAt(next) == '十');
    return number ? next : -1;
  }

  /** 逾200万 of people, 近20万老人: the noun beside it tells what a bare 万 or 亿 counts. */
  private static @Nullable Quantity unitless(String text, Numeral number, int limit) {
    boolean large = number.scale() >= 10_000 && number.kind() == Kind.DIGITS;
    int end = number.end();
    boolean ends = end >= limit || ENDS.has(text.charAt(end));
    if (!large) {
      return null;
    }
    Unit unit =
        ends
            ? Unit.impliedBy(text.substring(Math.max(0, number.start() - 12), number.start()))
            : Unit.impliedAfter(text, end, limit);
    return unit == null
        ? null
        : new Quantity(
            number, number.value(), null, unit, new Span(unitStart(text, number, end), end), end);
  }

  /** The end of /人·月 after 元; the place given if no stroke stands there. */
  private static int per(String text, int at, int limit) {
    if (at >= limit || text.charAt(at) != '/') {
      return at;
    }
    int end = at + 1;
    while (end < limit && end < at + LONGEST_PER && PER.has(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
