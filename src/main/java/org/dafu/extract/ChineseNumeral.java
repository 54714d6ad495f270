package org.dafu.extract;

import org.dafu.extract.Numeral.Kind;

/** Reads one number in Chinese numerals: 三千六百万, 十五, 二十余万, 八点五. */
final class ChineseNumeral {
  private final String text;
  private final int start;
  private final int limit;
  private int at;

  /** Of 亿 and 万 that are closed, of the part below 万 being read, and its open digit. */
  private double total;

  private double section;
  private int digit = -1;

  private double lastScale = 1;
  private boolean bare;
  private int digitsInRow;
  private int longestRow;

  ChineseNumeral(String text, int start, int limit) {
    this.text = text;
    this.start = start;
    this.limit = limit;
    this.at = start;
  }

  Numeral read() {
    while (at < limit && step(text.charAt(at))) {
      at++;
    }
    double value = total + section + Math.max(digit, 0);
    if (longestRow > 1) {
      boolean row = longestRow == at - start;
      return new Numeral(row ? Kind.ROW : Kind.INEXACT, rowValue(), 1, start, at);
    }
    if (at + 1 < limit && text.charAt(at) == '点' && digit >= 0) {
      value += decimals();
    }
    return new Numeral(bare ? Kind.BARE_SCALE : Kind.CHINESE, value, lastScale, start, at);
  }

  /** Takes one more character; false if it is none of the number's. */
  private boolean step(char unit) {
    int next = unit == '0' && at > start ? 0 : Numeral.chineseDigit(unit); // 二0二三年
    if (next >= 0) {
      boolean afterZero = digit == 0 && digitsInRow == 1 && total + section > 0; // 一百零八
      digitsInRow = afterZero ? digitsInRow : digitsInRow + 1;
      longestRow = Math.max(longestRow, digitsInRow);
      digit = next;
      lastScale = 1;
      return true;
    }
    double scale = Numeral.scaleOf(unit);
    if (scale > 0 && !isUnitWord(unit)) {
      raise(scale);
      return true;
    }
    return Numeral.isMore(unit) && at > start && Numeral.scaleOf(text.charAt(at - 1)) > 0;
  }

  private boolean isUnitWord(char unit) {
    char next = at + 1 < limit ? text.charAt(at + 1) : ' ';
    boolean word = (unit == '千' && "米瓦克".indexOf(next) >= 0) || (unit == '百' && next == '分');
    return word && at > start;
  }

  private void raise(double scale) {
    bare |= at == start && scale > 10;
    if (scale >= 10_000) {
      double below = section + Math.max(digit, 0);
      total = (total + (below == 0 && total == 0 ? 1 : below)) * scale;
      section = 0;
    } else {
      section += Math.max(digit, digit < 0 ? 1 : 0) * scale;
    }
    digit = -1;
    digitsInRow = 0;
    lastScale = scale;
  }

  private double rowValue() {
    double value = 0;
    for (int i = start; i < at; i++) {
      value = value * 10 + Math.max(0, Numeral.chineseDigit(text.charAt(i)));
    }
    return value;
  }

  /** What stands after 点; nothing if no digit does (三点建议). */
  private double decimals() {
    double place = 0.1;
    double value = 0;
    int end = at + 1;
    while (end < limit && Numeral.chineseDigit(text.charAt(end)) >= 0) {
      value += Numeral.chineseDigit(text.charAt(end)) * place;
      place /= 10;
      end++;
    }
    at = end > at + 1 ? end : at;
    return value;
  }
}
