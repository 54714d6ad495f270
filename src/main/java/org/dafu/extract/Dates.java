package org.dafu.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.jspecify.annotations.Nullable;

/** Dates in all their printed forms; the text is folded and without white space. */
final class Dates {
  private static final Wording NOUGHT = Wording.of("[OoＯ0○]");
  private static final String CHINESE_DIGIT = "[〇○OoＯ0零一二三四五六七八九]";

  /** 2021年7月30日, 2021-07-30, 2021.7.30, 2021/7/30; the last sign may be lost. */
  static final Wording FULL =
      Wording.of("((?:19|20)\\d{2})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})(?:日|号)?");

  /** 二〇二三年七月三日. */
  static final Wording CHINESE =
      Wording.of("([二一]" + CHINESE_DIGIT + "{3})年([元〇一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})[日号]");

  /** 2021730, 20210730: the signs between were lost. */
  static final Wording RUN_TOGETHER = Wording.of("(?<!\\d)(20\\d{2})(\\d{2,4})(?!\\d)");

  private Dates() {}

  /**
   * A date and where it stands.
   *
   * @param start first unit in the text given
   * @param end unit after the last
   */
  record Dated(LocalDate date, int start, int end) {}

  /** The last date in the stretch. */
  static Optional<Dated> last(Tight text) {
    Dated last = null;
    Hits full = text.matcher(FULL);
    while (full.find()) {
      last = later(last, date(full.group(1), full.group(2), full.group(3)), full);
    }
    Hits chinese = text.matcher(CHINESE);
    while (chinese.find()) {
      last = later(last, chineseDate(chinese), chinese);
    }
    return Optional.ofNullable(last);
  }

  private static @Nullable Dated later(@Nullable Dated last, @Nullable LocalDate date, Hits at) {
    if (date == null || (last != null && at.start() <= last.start())) {
      return last;
    }
    return new Dated(date, at.start(), at.end());
  }

  private static @Nullable LocalDate chineseDate(Hits chinese) {
    Integer year = ChineseNumbers.parse(NOUGHT.replaceAll(chinese.group(1), "〇"));
    Integer month =
        chinese.group(2).equals("元") ? Integer.valueOf(1) : ChineseNumbers.parse(chinese.group(2));
    Integer day = ChineseNumbers.parse(chinese.group(3).replace("廿", "二十").replace("卅", "三十"));
    return year == null || month == null || day == null ? null : date(year, month, day);
  }

  /** A run of digits as a date, if it can be cut in one way only: 2021730 but not 2021111. */
  static Optional<LocalDate> runTogether(String year, String rest) {
    LocalDate only = null;
    for (int cut = 1; cut <= 2 && cut < rest.length(); cut++) {
      String month = rest.substring(0, cut);
      String day = rest.substring(cut);
      boolean padded = rest.length() < 4 && (month.startsWith("0") || day.startsWith("0"));
      LocalDate date = day.length() > 2 || padded ? null : date(year, month, day);
      if (date != null && only != null && !date.equals(only)) {
        return Optional.empty();
      }
      only = date != null ? date : only;
    }
    return Optional.ofNullable(only);
  }

  static @Nullable LocalDate date(String year, String month, String day) {
    return date(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
