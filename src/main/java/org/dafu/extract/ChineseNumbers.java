package org.dafu.extract;

import org.dafu.read.Wording;
import org.jspecify.annotations.Nullable;

/** Small numbers in Chinese numerals or digits. */
final class ChineseNumbers {
  private static final Wording NOUGHT = Wording.of("[〇○OＯo]");
  private static final Wording DECIMAL = Wording.of("\\d{1,4}");
  private static final Wording DIGIT_BY_DIGIT = Wording.of("[零一二三四五六七八九]{1,4}");
  private static final Wording BY_PLACE = Wording.of("[一二三四五六七八九]?百?零?[一二三四五六七八九]?十?[一二三四五六七八九]?");
  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumbers() {}

  /**
   * The value of 十二, 二十, 二〇二三 or 12.
   *
   * @return null if it is no number below ten thousand
   */
  static @Nullable Integer parse(String printed) {
    String text = NOUGHT.replaceAll(printed, "零").replace("两", "二").replace("元月", "一月");
    if (DECIMAL.is(text)) {
      return Integer.valueOf(text);
    }
    if (DIGIT_BY_DIGIT.is(text)) {
      int value = 0;
      for (int i = 0; i < text.length(); i++) {
        value = value * 10 + DIGITS.indexOf(text.charAt(i));
      }
      return value;
    }
    return BY_PLACE.is(text) ? byPlace(text) : null;
  }

  private static @Nullable Integer byPlace(String text) {
    int value = 0;
    int digit = 0;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      any = true;
      if (unit == '百') {
        value += Math.max(digit, 1) * 100;
        digit = 0;
      } else if (unit == '十') {
        value += Math.max(digit, 1) * 10;
        digit = 0;
      } else {
        digit = DIGITS.indexOf(unit);
      }
    }
    return any ? value + digit : null;
  }
}
